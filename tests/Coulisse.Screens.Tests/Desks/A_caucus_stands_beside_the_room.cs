using System.Net;
using System.Text;
using Coulisse.Screens.Desks;
using Coulisse.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>What our side says among itself, beside the room that the other side reads: unmistakably other, and never
/// said there by a slip.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class A_caucus_stands_beside_the_room(Evening evening)
{
    private const string Secret = "Between us: the northern bridge is all we have to give before the winter.";

    private IPage Ours => evening.Ours.Page;

    private DeskOnStage Attache => evening.Parties.A.Desks[1];

    [Fact]
    public async Task It_is_opened_and_remarks_votes_dissent_and_approval_are_done_in_it()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync("The northern bridge");
        using (var theirs = evening.Secretary.Door())
            Assert.True(await theirs.SayAsync(room, "The bridge stays closed until spring."u8.ToArray()));
        var caucus = await ConferAsync("What we could say on the bridge");
        await evening.Ours.ShowAsync($"room/{room}?caucus={caucus}");
        await Expect(Ours.Locator(".own-panel .own-mark").First).ToContainTextAsync("Only our side reads this");
        await Ours.Locator("#m1 .quiet.own").First.ClickAsync();
        await Expect(Ours.Locator(".sheet.own-side")).ToContainTextAsync("The bridge stays closed until spring.");
        await Ours.Locator(".sheet textarea").FillAsync("They said the same in May.");
        await DoAsync();
        await Expect(Ours.Locator(".thread")).ToContainTextAsync("They said the same in May.");
        await Ours.Locator(".thread button:has-text(\"+1\")").ClickAsync();
        await Expect(Ours.Locator(".votes strong")).ToHaveTextAsync("+1");
        await Expect(Ours.Locator(".thread .claimed").First).ToContainTextAsync("Security adviser +1");
        await evening.Ours.Quiet("Answer").ClickAsync();
        await Ours.Locator(".sheet textarea").FillAsync("And opened it in June.");
        await DoAsync();
        await Expect(Ours.Locator(".remarks .place").Nth(1)).ToHaveTextAsync("1.1");

        await evening.Ours.Quiet("Ask to approve words").ClickAsync();
        await Ours.Locator(".sheet textarea").FillAsync("We hear you, and ask again in March.");
        await DoAsync();
        var asked = await Attache.UntilAsync(caucus, seen => seen.Messages >= 4, "asked");
        await Attache.ActAsync(caucus, "caucus approve", to: asked.Messages);
        await Ours.Locator("button:has-text(\"Put these words before me\")").ClickAsync();
        await Expect(Ours.Locator("#words")).ToHaveValueAsync("We hear you, and ask again in March.");
        Assert.Single(await evening.Secretary.ReadAsync(room));
        await evening.Ours.Button("Say").ClickAsync();
        await evening.Secretary.UntilAsync(room, seen => seen.Messages == 2, "said");
        Assert.Empty(evening.Ours.Faults);
    }

    [Fact]
    public async Task What_is_written_there_is_never_said_to_the_other_side_by_a_slip()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync("Tolls on the bridge");
        var caucus = await ConferAsync("Tolls, among ourselves");
        await evening.Ours.ShowAsync($"room/{room}?caucus={caucus}");
        // One place to write in, and the key that leads to a place to write leads nowhere else.
        await Expect(Ours.Locator("textarea")).ToHaveCountAsync(1);
        await Expect(Ours.Locator("#words")).ToHaveCountAsync(0);
        await Expect(Ours.Locator("#own-words")).ToBeVisibleAsync();
        await Ours.Locator("#own-words").FillAsync(Secret);
        await Expect(Ours.Locator("#keeping")).ToHaveTextAsync("Draft kept in the desk");
        // Closing it leaves the words behind: the box for the other side is another one, and empty.
        await Ours.Locator(".composer.closed a").ClickAsync();
        await Expect(Ours.Locator("#words")).ToHaveValueAsync("");
        await Expect(Ours.Locator("#own-words")).ToHaveCountAsync(0);
        await Ours.Locator("#words").PressAsync("Control+Enter");
        await evening.Ours.ShowAsync($"room/{room}?caucus={caucus}");
        await Expect(Ours.Locator("#own-words")).ToHaveValueAsync(Secret);
        await Ours.Locator("#own-words").PressAsync("Control+Enter");
        await Expect(Ours.Locator(".own-panel .message .text")).ToHaveTextAsync(Secret);
        // Carried over by hand it is asked about, and says where it was said.
        await evening.Ours.ShowAsync($"room/{room}");
        await Ours.Locator("#words").FillAsync(Secret);
        await evening.Ours.Button("Say").ClickAsync();
        await Expect(Ours.Locator(".composer [role=alert]")).ToContainTextAsync("was said among our own");
        await Ours.Locator("#words").FillAsync("");
        Assert.Empty(await evening.Adviser.ReadAsync(room));
        Assert.Empty(await evening.Secretary.ReadAsync(room));
        // And under a room's address no caucus is shown at all.
        await evening.Ours.ShowAsync($"room/{caucus}");
        await Expect(Ours.Locator("main .empty")).ToHaveTextAsync("There is no such room at this desk.");
    }

    [Fact]
    public async Task The_desk_says_nothing_in_a_room_of_both_sides_under_the_address_of_caucuses()
    {
        var room = await evening.OpenAsync("Customs");
        using var door = new HttpClient(Coulisse.Stage.Door.Handler(evening.Adviser.Socket));
        foreach (var (place, body) in ((string, string)[])[("messages", Secret), ("act", """
            {"kind":"RemarkMade","to":1,"language":"en","text":"A word","answerMinutes":0,"precedence":"routine"}
            """), ("act/try", "{}")])
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.Add("Coulisse-Precedence", "routine");
            using var answer = await door.PostAsync(new Uri($"http://desk/caucus/{place}?room={room}"), content,
                TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains("caucus.BothSides", await answer.Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        Assert.Empty(await evening.Adviser.ReadAsync(room));
    }

    private async Task<string> ConferAsync(string purpose)
    {
        await evening.Ours.ShowAsync("open?own=true");
        await Ours.Locator(".whom label", new() { HasText = Attache.Office }).ClickAsync();
        await Ours.Locator("textarea").First.FillAsync(purpose);
        await Ours.Locator("#open-look").ClickAsync();
        await Expect(Ours.Locator(".sheet.own-side")).ToContainTextAsync("Only our side reads this");
        await Ours.Locator("#open-ask").ClickAsync();
        await Expect(Ours.Locator("h1")).ToHaveTextAsync("Caucus");
        var caucus = Ours.Url.Split("caucus/")[1].Split('?', '#')[0];
        await Attache.UntilAsync(caucus, seen => seen.Status == "Invited", "asked in");
        await Attache.AcceptAsync(caucus);
        await evening.Adviser.UntilAsync(caucus, seen => seen.Status == "Open", "open");
        return caucus;
    }

    private async Task DoAsync()
    {
        await Ours.Locator("#sheet-look").ClickAsync();
        await Expect(Ours.Locator(".look")).ToContainTextAsync("Those of ours in this caucus will see");
        await Ours.Locator("#sheet-say").ClickAsync();
        await Expect(Ours.Locator(".own-panel .done")).ToBeVisibleAsync();
    }
}
