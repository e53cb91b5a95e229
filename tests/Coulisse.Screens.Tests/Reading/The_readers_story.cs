using Coulisse.Screens.Tests.Hosting;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Storage;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Reading;

/// <summary>From the first look to the appeal, with scripts switched off, on a page that holds what new accounts write.</summary>
public sealed class The_readers_story(House house) : IClassFixture<House>
{
    private Publication Page => house.Theatre.Page;

    private string Item => new Uri(Page.Stage.Address, Page.AddressOf(Page.Quiet, "en")).AbsoluteUri;

    [Fact]
    public async Task Is_lived_without_a_script()
    {
        await Page.Stage.Get<Database>().WriteAsync(connection =>
        {
            HoldingSettingsStore.Save(connection, HoldingSettings.Default with { AccountAgeMinutesMin = 0 });
            return 0;
        }, TestContext.Current.CancellationToken);
        await using var readers = await house.Theatre.WindowAsync(Who.Guest, "en", options => options.JavaScriptEnabled = false);
        await using var editors = await house.Theatre.WindowAsync(Who.Editor, "en", options => options.JavaScriptEnabled = false);
        var (reader, editor) = (await readers.NewPageAsync(), await editors.NewPageAsync());

        await SignsUpFromTheNoticeAsync(reader);
        await WritesAndIsReleasedAsync(reader, editor);
        await AnswersWithQuotationsAsync(reader, editor);
        await VotesAsync(editor);
        await EditsAndWithdrawsAsync(reader, editor);
        await ReportsAsync(reader);
        await IsRemovedAndAppealsAsync(reader, editor);
    }

    private async Task SignsUpFromTheNoticeAsync(IPage reader)
    {
        await SeesAsync(reader, comments: 0);
        await Assertions.Expect(reader.Locator(".thread form")).ToHaveCountAsync(0);
        await reader.ClickAsync(".thread .notice a[href^='/account/sign-in']");
        await reader.ClickAsync("main a[href^='/account/new']");
        await reader.FillAsync("#name", "Lock Keeper");
        await reader.FillAsync("#passphrase", "four lanterns on a cold quay");
        await reader.ClickAsync("form[action='/account/new'] button:visible");
        Assert.Equal(10, await reader.Locator(".codes li").CountAsync());
    }

    private async Task WritesAndIsReleasedAsync(IPage reader, IPage editor)
    {
        await SeesAsync(reader, comments: 0);
        await reader.FillAsync("#words", "Who translated the first version?");
        await reader.ClickAsync("#write button");
        Assert.EndsWith("/own", reader.Url, StringComparison.Ordinal);
        await SeesAsync(reader, comments: 0);
        await DecideAsync(editor, "/publisher/moderation", "Who translated", DecisionAct.Release);
        await SeesAsync(reader, comments: 1);
    }

    private async Task AnswersWithQuotationsAsync(IPage reader, IPage editor)
    {
        await SeesAsync(editor, comments: 1);
        await Comment(editor, "Who translated").Locator("a[href*='quote=c:']").ClickAsync();
        await editor.FillAsync("#words", await editor.InputValueAsync("#words") + "A machine, says its label.");
        await editor.ClickAsync("#write button");
        await SeesAsync(reader, comments: 2);
        await Assertions.Expect(Comment(reader, "A machine, says").Locator(".comment-quote footer a[href^='/comment/']")).ToHaveCountAsync(1);

        await reader.Locator(".quote-this").First.ClickAsync();
        await reader.FillAsync("#words", await reader.InputValueAsync("#words") + "And this sentence?");
        await reader.ClickAsync("#write button");
        await SeesAsync(reader, comments: 3);
        await Assertions.Expect(Comment(reader, "And this sentence?").Locator(".comment-quote footer a[href^='#p']")).ToHaveCountAsync(1);
        await Assertions.Expect(reader.Locator(".comments .comments .comment")).ToHaveCountAsync(1);
    }

    private async Task VotesAsync(IPage editor)
    {
        foreach (var (button, score) in new[] { (0, "+1"), (1, "−1"), (1, "0") })
        {
            await SeesAsync(editor, comments: 3);
            await Comment(editor, "And this sentence?").Locator(".vote button").Nth(button).ClickAsync();
            await Assertions.Expect(Comment(editor, "And this sentence?").Locator(".score")).ToHaveTextAsync(score);
        }
        await Assertions.Expect(Comment(editor, "A machine, says").Locator(".vote")).ToHaveCountAsync(0);
    }

    private async Task EditsAndWithdrawsAsync(IPage reader, IPage editor)
    {
        await SeesAsync(reader, comments: 3);
        await Comment(reader, "Who translated").Locator("a[href$='/edit']").ClickAsync();
        await reader.FillAsync("#words", "Who translated the very first version?");
        await reader.ClickAsync("main form button");
        await SeesAsync(editor, comments: 3);
        await Comment(editor, "very first").Locator(".comment-head a[href$='/earlier']").ClickAsync();
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("Who translated the first version?");

        await SeesAsync(reader, comments: 3);
        await Comment(reader, "And this sentence?").Locator("a[href$='/withdraw']").ClickAsync();
        await reader.ClickAsync("main form button");
        await SeesAsync(reader, comments: 3);
        await Assertions.Expect(reader.Locator("body")).Not.ToContainTextAsync("And this sentence?");
        await Assertions.Expect(reader.Locator(".comment-gone")).ToHaveCountAsync(1);
        await Assertions.Expect(reader.Locator("ol.comments > li > article .comment-number")).ToHaveCountAsync(3);
    }

    private async Task ReportsAsync(IPage reader)
    {
        await SeesAsync(reader, comments: 3);
        await Comment(reader, "A machine, says").Locator("a[href$='/report']").ClickAsync();
        await reader.FillAsync("#reason", "No machine is named.");
        await reader.ClickAsync("main form button");
        await SeesAsync(reader, comments: 3);
    }

    private async Task IsRemovedAndAppealsAsync(IPage reader, IPage editor)
    {
        await reader.FillAsync("#words", "Swindle and nothing else.");
        await reader.ClickAsync("#write button");
        await SeesAsync(editor, comments: 4);
        await Comment(editor, "Swindle").Locator("a[href^='/publisher/moderation/']").ClickAsync();
        await DecideAsync(editor, null, "Swindle", DecisionAct.Remove);
        await SeesAsync(reader, comments: 4);
        await Assertions.Expect(reader.Locator("body")).Not.ToContainTextAsync("Swindle");
        await reader.GotoAsync(new Uri(Page.Stage.Address, "/en/moderation").AbsoluteUri);
        await Assertions.Expect(reader.Locator(".log-entry").First).ToContainTextAsync("Because of the rules.");

        await SeesAsync(reader, comments: 4);
        await reader.ClickAsync(".comment-gone a[href$='/own']");
        await reader.FillAsync("textarea[name=reason]", "It was a quotation.");
        await reader.ClickAsync("main form button");
        await editor.GotoAsync(new Uri(Page.Stage.Address, "/publisher/moderation").AbsoluteUri);
        await Assertions.Expect(editor.Locator(".queue")).ToContainTextAsync("It was a quotation.");
    }

    /// <summary>Opens the item: the count beside the title, the one over the thread and the comments below are one number.</summary>
    private async Task SeesAsync(IPage page, int comments)
    {
        await page.GotoAsync(Item);
        var text = comments.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await Assertions.Expect(page.Locator(".title .comment-count")).ToHaveTextAsync(text);
        await Assertions.Expect(page.Locator("#thread-count")).ToContainTextAsync(text);
        await Assertions.Expect(page.Locator("li.comment")).ToHaveCountAsync(comments);
    }

    private async Task DecideAsync(IPage editor, string? screen, string words, DecisionAct act)
    {
        if (screen is not null)
            await editor.GotoAsync(new Uri(Page.Stage.Address, screen).AbsoluteUri);
        var open = editor.Locator(".queue > li", new() { HasText = words });
        await open.Locator("textarea[name=reason]").FillAsync("Because of the rules.");
        await open.Locator($"button[value='{(int)act}']").ClickAsync();
    }

    private static ILocator Comment(IPage page, string words) =>
        page.Locator(".comment-self", new() { Has = page.Locator(".comment-body > p", new() { HasText = words }) });
}
