using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>Opening a room, and who is in it: with nothing but the two windows.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class Rooms_are_opened_and_peopled_on_the_screens(Evening evening)
{
    private IPage Ours => evening.Ours.Page;

    private IPage Theirs => evening.Theirs.Page;

    [Fact]
    public async Task A_room_is_looked_at_asked_for_and_kept_as_a_draft_until_then()
    {
        _ = evening.Browser;
        await evening.Ours.ShowAsync("");
        await Ours.Keyboard.PressAsync("o");
        await Expect(Ours.Locator("h1")).ToHaveTextAsync("Open a room");
        await Expect(Ours.Locator("#open-look")).ToHaveAttributeAsync("disabled", "");
        await Ours.Locator(".whom label", new() { HasText = evening.Secretary.Office }).ClickAsync();
        await Ours.Locator("textarea").First.FillAsync("Fishing in the gulf");
        await Ours.Locator("textarea").Nth(1).FillAsync("The border");
        await Ours.WaitForTimeoutAsync(1_000); // longer than a breath
        await evening.Ours.ShowAsync("open");
        await Expect(Ours.Locator("textarea").First).ToHaveValueAsync("Fishing in the gulf");
        await Ours.Locator("#open-look").ClickAsync();
        await Expect(Ours.Locator(".look")).ToContainTextAsync("The border");
        await Expect(Ours.Locator(".sheet")).ToContainTextAsync("Silence is no refusal");
        Assert.DoesNotContain(await evening.Adviser.RoomsAsync(), room => room.With == "Fishing in the gulf");
        await Ours.Locator("#open-ask").ClickAsync();
        await Expect(Ours.Locator(".room-head .purpose")).ToHaveTextAsync("Fishing in the gulf");
        var room = Ours.Url.Split("room/")[1].Split('?', '#')[0];
        await evening.Secretary.UntilAsync(room, seen => seen.Status == "Invited", "proposed");
        await evening.Ours.ShowAsync("open");
        await Expect(Ours.Locator("textarea").First).ToHaveValueAsync("");
        await evening.Secretary.DeclineAsync(room);
        await evening.Adviser.UntilAsync(room, seen => seen.Status == "Declined", "declined");
        Assert.Empty(evening.Ours.Faults);
    }

    [Fact]
    public async Task A_third_person_is_proposed_taken_back_and_let_in_and_terms_change()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync("Ships in distress");
        await evening.Ours.ShowAsync($"room/{room}/members");
        await evening.Ours.Button("Propose somebody").ClickAsync();
        await Ours.Locator(".whom label", new() { HasText = "Naval attaché" }).ClickAsync();
        await Ours.Locator("textarea").FillAsync("He knows the charts");
        await Ours.Locator("#step-look").ClickAsync();
        await Expect(Ours.Locator(".look")).ToContainTextAsync("Naval attaché");
        await Expect(Ours.Locator(".look")).ToContainTextAsync("He knows the charts");
        Assert.Null(await evening.Adviser.ProposalAsync(room));
        await Ours.Locator("#step-do").ClickAsync();
        await Expect(Ours.Locator(".done")).ToContainTextAsync("Proposed.");
        await Expect(Ours.Locator(".brief")).ToContainTextAsync("silence is no consent");
        await evening.Ours.Quiet("Take it back").ClickAsync();
        await Ours.Locator("#step-do").ClickAsync();
        await Expect(Ours.Locator(".brief")).ToContainTextAsync("taken back");

        await evening.Ours.Button("Propose other terms").ClickAsync();
        await Expect(Ours.Locator("#step-look")).ToHaveAttributeAsync("disabled", "");
        await Ours.Locator("textarea").Nth(1).FillAsync("Everything on land");
        await Ours.Locator("#step-look").ClickAsync();
        await Expect(Ours.Locator(".look del")).ToHaveTextAsync(Evening.Excluded);
        await Ours.Locator("#step-do").ClickAsync();
        await evening.Theirs.ShowAsync($"room/{room}/members");
        await Theirs.Locator(".brief a").First.ClickAsync();
        await Expect(Theirs.Locator(".question del")).ToHaveTextAsync(Evening.Excluded);
        await evening.Theirs.Button("Consent…").ClickAsync();
        await evening.Theirs.Button("Consent").ClickAsync();
        await evening.Adviser.UntilProposalAsync(room, "CarriedOut");
        await evening.Ours.ShowAsync($"room/{room}");
        await Expect(Ours.Locator(".message.act").Last).ToContainTextAsync("Consent to the other terms");
    }

    [Fact]
    public async Task Leaving_says_what_is_lost_and_is_done_by_a_second_press()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync("Weather balloons");
        await evening.Ours.ShowAsync($"room/{room}/members");
        await evening.Ours.Button("Leave").ClickAsync();
        await Expect(Ours.Locator(".losses")).ToContainTextAsync("You are the last of our side");
        await evening.Ours.Button("Not yet").ClickAsync();
        await Expect(Ours.Locator(".sheet")).ToHaveCountAsync(0);
        Assert.Equal("Open", (await evening.Adviser.FindAsync(room))!.Status);
        await evening.Ours.Button("Leave").ClickAsync();
        await Ours.Locator("#step-do").ClickAsync();
        await evening.Secretary.UntilAsync(room, seen => seen.Status == "Ended", "over");
        await evening.Ours.ShowAsync($"room/{room}");
        await Expect(Ours.Locator(".composer.closed")).ToBeVisibleAsync();
    }
}
