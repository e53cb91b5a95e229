using System.Text;
using Coulisse.Screens.Desks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>Queries, read-backs, terms, red lines and promises, with nothing but the two windows.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class Acts_are_done_where_they_were_said(Evening evening)
{
    private const string Said = "The grave matter is no escalation.";

    // Marks words in a message as a mouse would.
    private const string Mark = """
        ([order, words]) => {
          const text = document.querySelector(`#m${order} .text`);
          const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return true;
          }
          return false;
        }
        """;

    private IPage Ours => evening.Ours.Page;

    private IPage Theirs => evening.Theirs.Page;

    [Fact]
    public async Task Marked_words_are_asked_about_answered_and_closed_in_the_transcript()
    {
        _ = evening.Browser;
        await BeginAsync(Said);
        Assert.True(await Ours.EvaluateAsync<bool>(Mark, new object[] { 1, "grave matter" }));
        await Ours.Locator("#m1 .speak").ClickAsync();
        await Expect(Ours.Locator(".beside blockquote")).ToHaveTextAsync("grave matter");
        await evening.Ours.Button("Ask what was meant").ClickAsync();
        await Expect(Ours.Locator(".sheet textarea").First).ToHaveValueAsync("grave matter");
        await Ours.Locator(".sheet textarea").Last.FillAsync("What sort of beast is that?");
        await SayAsync(evening.Ours, "What sort of beast is that?");

        var query = Theirs.Locator(".message.act");
        await Expect(query).ToContainTextAsync("What did you mean by these words?");
        await Expect(Theirs.Locator("#m1 .asked-in")).ToContainTextAsync("Asked about in No. 2");
        await query.Locator("button:has-text(\"Answer\")").ClickAsync();
        await Theirs.Locator(".sheet textarea").FillAsync("The incident at the bridge.");
        await SayAsync(evening.Theirs, "The incident at the bridge.");

        await Ours.Locator("#m2 button:has-text(\"Say that it is understood\")").ClickAsync();
        await Ours.Locator("#sheet-say").ClickAsync();
        await Expect(Theirs.Locator("#m2 .stands")).ToContainTextAsync("Closed: the answer was understood");
        await Expect(Theirs.Locator("#m2 .stands button")).ToHaveCountAsync(0);
        Assert.Empty(evening.Ours.Faults.Concat(evening.Theirs.Faults));
    }

    [Fact]
    public async Task Every_item_is_read_back_and_a_refusal_is_in_the_readers_language()
    {
        _ = evening.Browser;
        var room = await BeginAsync(Said);
        await evening.Theirs.Quiet("Say in numbered items").ClickAsync();
        await Theirs.Locator(".rows-of textarea").FillAsync("Two boats leave.");
        await evening.Theirs.Quiet("Another item").ClickAsync();
        await Theirs.Locator(".rows-of textarea").Nth(1).FillAsync("They turn at the buoy.");
        await SayAsync(evening.Theirs, "They turn at the buoy.");
        await Ours.Locator("#m2 .speak").ClickAsync();
        await evening.Ours.Button("Read back").ClickAsync();
        await Expect(Ours.Locator(".rows-of legend")).ToContainTextAsync("2 items");
        await Ours.Locator(".rows-of textarea").First.FillAsync("A pair of boats goes out.");
        await Expect(Ours.Locator("#sheet-look")).ToHaveAttributeAsync("disabled", "");
        await Ours.Locator(".rows-of textarea").Nth(1).FillAsync("The buoy is where they come about.");
        await SayAsync(evening.Ours, "The buoy is where they come about.");

        await evening.Ours.SpeakAsync("fr");
        await evening.Ours.ShowAsync($"room/{room}");
        await Ours.Locator("#m3 button:has-text(\"Reprendre\")").ClickAsync();
        await Expect(Ours.Locator("#sheet-say")).ToBeVisibleAsync();
        await Theirs.Locator("#m3 button:has-text(\"Confirm\")").ClickAsync();
        await Theirs.Locator("#sheet-say").ClickAsync();
        await Expect(Ours.Locator("#m3 .stands")).ToContainTextAsync("Confirmé : c’était bien le sens");
        await Ours.Locator("#sheet-say").ClickAsync();
        await Expect(Ours.Locator(".sheet [role=alert]")).ToHaveTextAsync(
            "Cela ne peut être dit à ce stade. Voyez où en est l’affaire.");
        await evening.Ours.SpeakAsync("en");
        await evening.Adviser.UntilAsync(room, seen => seen.Messages == 4, "four messages long");
    }

    [Fact]
    public async Task A_term_is_raised_defined_agreed_and_marked_wherever_it_stands()
    {
        _ = evening.Browser;
        var room = await BeginAsync(Said);
        Assert.True(await Ours.EvaluateAsync<bool>(Mark, new object[] { 1, "escalation" }));
        await Ours.Locator("#m1 .speak").ClickAsync();
        await evening.Ours.Button("Raise a term").ClickAsync();
        await Expect(Ours.Locator(".rows-of textarea")).ToHaveValueAsync("escalation");
        await evening.Ours.Quiet("Another language").ClickAsync();
        await Ours.Locator(".rows-of select").Nth(1).SelectOptionAsync("ru");
        await Ours.Locator(".rows-of textarea").Nth(1).FillAsync("эскалация");
        await SayAsync(evening.Ours, "эскалация");

        await evening.Theirs.ShowAsync($"room/{room}/matters/terms");
        await evening.Theirs.Quiet("Propose a meaning").ClickAsync();
        await Theirs.Locator(".rows-of textarea").Nth(1).FillAsync("A step that the other has to answer");
        await Theirs.Locator(".rows-of textarea").Nth(3).FillAsync("Шаг, на который надо ответить");
        await SayAsync(evening.Theirs, "A step that the other has to answer");
        await Ours.Locator("#m2 button:has-text(\"Agree to the meaning\")").ClickAsync();
        await Ours.Locator("#sheet-say").ClickAsync();
        await Expect(Theirs.Locator(".matter .stands")).ToContainTextAsync("Agreed by both");

        await evening.Theirs.ShowAsync($"room/{room}");
        await Theirs.Locator("#words").FillAsync("Это не эскалация.");
        await evening.Theirs.Button("Say").ClickAsync();
        await Expect(Ours.Locator(".message .term").Last).ToHaveTextAsync("эскалация");
        await Ours.Locator(".message .term").Last.HoverAsync();
        await Expect(Ours.Locator(".meaning:popover-open")).ToContainTextAsync("A step that the other has to answer");
        await Ours.Keyboard.PressAsync("Escape");
        await Expect(Ours.Locator(".meaning:popover-open")).ToHaveCountAsync(0);
        await Ours.Locator(".message .term").Last.FocusAsync();
        await Expect(Ours.Locator(".meaning:popover-open")).ToContainTextAsync("Agreed by both");
    }

    [Fact]
    public async Task What_was_begun_outlives_the_window_and_what_is_owed_stands_on_the_watch()
    {
        _ = evening.Browser;
        var room = await BeginAsync(Said);
        await evening.Ours.Quiet("Make a commitment").ClickAsync();
        var sheet = Ours.Locator(".sheet");
        await sheet.Locator("textarea").First.FillAsync("The crew of the trawler comes back.");
        await sheet.Locator("textarea").Nth(1).FillAsync("head of the coast guard");
        await sheet.Locator("[type=datetime-local]").FillAsync(
            TimeProvider.System.GetUtcNow().AddMinutes(40).ToString("yyyy-MM-ddTHH:mm",
                System.Globalization.CultureInfo.InvariantCulture));
        await sheet.Locator("[list=zones]").FillAsync("UTC");
        await Ours.WaitForTimeoutAsync(1_000); // longer than a breath
        await evening.Ours.ShowAsync($"room/{room}");
        await evening.Ours.Quiet("Make a commitment").ClickAsync();
        await Expect(sheet.Locator("textarea").First).ToHaveValueAsync("The crew of the trawler comes back.");
        await SayAsync(evening.Ours, "The crew of the trawler comes back.");

        await evening.Ours.ShowAsync("");
        await Expect(Ours.Locator(".owed .dues").First).ToContainTextAsync("Within the hour");
        await Expect(Ours.Locator(".owed .dues").First).ToContainTextAsync("what was promised, or a word on it");
    }

    private async Task<string> BeginAsync(string said)
    {
        var room = await evening.OpenAsync();
        using var door = evening.Secretary.Door();
        Assert.True(await door.SayAsync(room, Encoding.UTF8.GetBytes(said)));
        await evening.Ours.ShowAsync($"room/{room}");
        await evening.Theirs.ShowAsync($"room/{room}");
        await Expect(Ours.Locator("#m1")).ToBeVisibleAsync();
        return room;
    }

    // Looked at first, as the other side will see it; then said.
    private static async Task SayAsync(Window window, string seen)
    {
        await window.Page.Locator("#sheet-look").ClickAsync();
        await Expect(window.Page.Locator(".look")).ToContainTextAsync(seen);
        await window.Page.Locator("#sheet-say").ClickAsync();
        await Expect(window.Page.Locator(".done")).ToContainTextAsync("is written here and on its way");
    }
}
