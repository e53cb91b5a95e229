using System.Text;
using Coulisse.Screens.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>The main job, done with nothing but the two windows.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class Two_people_talk_on_their_screens(Evening evening)
{
    private IPage Ours => evening.Ours.Page;

    private IPage Theirs => evening.Theirs.Page;

    [Fact]
    public async Task A_room_is_asked_for_accepted_consented_to_and_spoken_in()
    {
        _ = evening.Browser;
        await evening.Theirs.ShowAsync("");
        var room = await evening.Adviser.OpenRoomAsync(evening.Secretary.Office, Evening.Purpose, Evening.Excluded);

        await Theirs.Locator($".waits a[href='room/{room}/consent']").ClickAsync();
        await Expect(Theirs.Locator(".question")).ToContainTextAsync("recognised by our seal");
        await evening.Theirs.Button("Accept…").ClickAsync();
        Assert.Equal("Invited", (await evening.Secretary.FindAsync(room))!.Status);
        await evening.Theirs.Button("Accept").ClickAsync();
        await Expect(Theirs.Locator(".question h2")).ToHaveTextAsync("The room needs our consent");
        await Expect(Theirs.Locator(".question")).ToContainTextAsync(Evening.Excluded);
        await evening.Theirs.Button("Consent…").ClickAsync();
        await evening.Theirs.Button("Consent").ClickAsync();
        await evening.Adviser.UntilAsync(room, seen => seen.Status == "Open", "open");

        await evening.Ours.ShowAsync($"room/{room}");
        await evening.Theirs.ShowAsync($"room/{room}");
        await Ours.Locator("#words").FillAsync("Слово. كلمة. 话 🕊");
        await Ours.Locator("#words").PressAsync("Control+Enter");
        await Expect(Theirs.Locator(".message .text")).ToHaveTextAsync("Слово. كلمة. 话 🕊");
        await Expect(Theirs.Locator(".message header")).ToContainTextAsync(evening.Adviser.Office);
        await Expect(Ours.Locator(".message .ladder")).ToContainTextAsync("on their desk");
        await Expect(Ours.Locator("#words")).ToHaveValueAsync("");
        await Theirs.Locator("#words").FillAsync("Heard.");
        await evening.Theirs.Button("Say").ClickAsync();
        await Expect(Ours.Locator(".message.theirs .text")).ToHaveTextAsync("Heard.");
        Assert.Empty(evening.Ours.Faults.Concat(evening.Theirs.Faults));
    }

    [Fact]
    public async Task What_was_begun_outlives_the_desk_and_the_window_and_comes_back_by_itself()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync();
        await evening.Theirs.ShowAsync($"room/{room}");
        await Theirs.Locator("#words").FillAsync("Begun, and not said");
        await Expect(Theirs.Locator("#keeping")).ToHaveTextAsync("Draft kept in the desk");

        await evening.Secretary.Server.KillAsync();
        await Expect(Theirs.Locator(".offline")).ToContainTextAsync("The desk is not open.");
        await Expect(Theirs.Locator("#words")).ToHaveValueAsync("Begun, and not said");
        await evening.Secretary.Server.StartAsync();
        await Expect(Theirs.Locator(".offline")).ToHaveCountAsync(0);
        await evening.Theirs.ShowAsync($"room/{room}");
        await Expect(Theirs.Locator("#words")).ToHaveValueAsync("Begun, and not said");
        await evening.Theirs.Button("Say").ClickAsync();
        await Expect(Theirs.Locator(".message.ours .text")).ToHaveTextAsync("Begun, and not said");
        await evening.Theirs.ShowAsync($"room/{room}");
        await Expect(Theirs.Locator("#words")).ToHaveValueAsync("");
        evening.Theirs.Faults.Clear(); // the browser tells of every answer that it did not get
    }

    [Fact]
    public async Task Words_of_another_room_are_asked_about_before_they_leave()
    {
        _ = evening.Browser;
        const string Movement = "Two of our patrol boats go out on Thursday night and come back before dawn.";
        var (defence, finance) = (await evening.OpenAsync(), await evening.OpenAsync("The budget"));
        await evening.Ours.ShowAsync($"room/{defence}");
        await Ours.Locator("#words").FillAsync(Movement);
        await evening.Ours.Button("Say").ClickAsync();
        await Expect(Ours.Locator(".message .text")).ToHaveTextAsync(Movement);

        await evening.Ours.ShowAsync($"room/{finance}");
        await Ours.Locator("#words").FillAsync(Movement);
        await evening.Ours.Button("Say").ClickAsync();
        await Expect(Ours.Locator(".composer [role=alert]")).ToContainTextAsync("stands in another room of yours");
        await Expect(Ours.Locator("#words")).ToHaveValueAsync(Movement);
        Assert.Empty(await evening.Adviser.ReadAsync(finance));
        await Ours.Locator("#words").FillAsync($"{Movement} ");
        await Expect(Ours.Locator(".composer [role=alert]")).ToHaveCountAsync(0);
        await evening.Ours.Button("Say").ClickAsync();
        await evening.Ours.Button("Yes, to").ClickAsync();
        await Expect(Ours.Locator(".message .text")).ToHaveTextAsync(Movement);
        await evening.Ours.ShowAsync($"room/{finance}");
        await Expect(Ours.Locator("#words")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_long_transcript_is_read_a_stretch_at_a_time_and_followed_at_its_end()
    {
        _ = evening.Browser;
        const int Many = 3 * RoomScreen.Stretch;
        var room = await evening.OpenAsync();
        using var door = evening.Secretary.Door();
        for (var number = 1; number <= Many; number++)
            Assert.True(await door.SayAsync(room, Encoding.UTF8.GetBytes($"message {number} of many")));
        await evening.Adviser.UntilAsync(room, seen => seen.Messages == Many, "read");
        await evening.Ours.ShowAsync($"room/{room}");

        await Expect(Ours.Locator(".message")).ToHaveCountAsync(RoomScreen.Stretch);
        await Expect(Ours.Locator(".message .text").Last).ToHaveTextAsync($"message {Many} of many");
        await Expect(Ours.Locator(".message").Last).ToBeInViewportAsync();
        await evening.Ours.Button("Earlier").ClickAsync();
        await Expect(Ours.Locator(".message .text").First)
            .ToHaveTextAsync($"message {Many - RoomScreen.Stretch * 3 / 2 + 1} of many");
        await Ours.Locator(".pages [type=number]").FillAsync("5");
        await Ours.Locator(".pages [type=number]").PressAsync("Enter");
        await Expect(Ours.Locator(".message .text").First).ToHaveTextAsync("message 5 of many");
        await evening.Ours.Button("Newest").ClickAsync();
        Assert.True(await door.SayAsync(room, "and one more"u8.ToArray()));
        await Expect(Ours.Locator(".message .text").Last).ToHaveTextAsync("and one more");
        await Expect(Ours.Locator(".message").Last).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Somebody_proposed_is_declined_with_a_reason_that_they_read()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync();
        await evening.Secretary.InviteAsync(room, "Envoy", "He knows the file");
        await evening.Ours.ShowAsync($"room/{room}/consent");

        var question = Ours.Locator(".question");
        await Expect(question).ToContainTextAsync("He knows the file");
        await Expect(question).ToContainTextAsync("Envoy of the President");
        await evening.Ours.Button("Decline…").ClickAsync();
        await Expect(evening.Ours.Button("Decline")).ToHaveAttributeAsync("disabled", "");
        await question.Locator("textarea").FillAsync("Not before the autumn");
        await evening.Ours.Button("Decline").ClickAsync();
        await Expect(Ours.Locator(".done")).ToContainTextAsync("Declined");
        await evening.Secretary.UntilProposalAsync(room, "Declined");
        await evening.Theirs.ShowAsync($"room/{room}");
        await Expect(Theirs.Locator(".message.act").Last).ToContainTextAsync("Not before the autumn");
    }

    [Fact]
    public async Task Other_terms_are_read_as_differences_before_consent_and_stand_at_the_head_of_the_room()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync();
        await Coulisse.Stage.Programs.DoAsync(evening.Parties.Folder, "room", "amend", room, "--record", "off",
            "--kept", "90", "--reason", "So that both can speak", "--desk", evening.Secretary.Folder);
        await evening.Ours.ShowAsync($"room/{room}/consent");
        var question = Ours.Locator(".question");
        await Expect(question.Locator("[data-terms]")).ToHaveTextAsync(["Record", "Kept"]);
        await Expect(question.Locator("del").Last).ToHaveTextAsync("kept, and not erased");
        await Expect(question).ToContainTextAsync("erased after 90 days");
        await evening.Ours.Button("Consent…").ClickAsync();
        await evening.Ours.Button("Consent").ClickAsync();
        await evening.Secretary.UntilProposalAsync(room, "CarriedOut");
        await evening.Theirs.ShowAsync($"room/{room}");
        await Expect(Theirs.Locator(".room-head [data-terms]")).ToHaveCountAsync(8);
        await Expect(Theirs.Locator(".room-head details")).Not.ToHaveAttributeAsync("open", "");
        await Expect(Theirs.GetByText("You write off record")).ToBeVisibleAsync();
    }
}
