using Microsoft.Playwright;

namespace Coulisse.Demo;

/// <summary>A reader at a real browser, with scripts switched off: the page must work without.</summary>
internal sealed class ReaderInBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;

    private ReaderInBrowser(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, _page) = (playwright, browser, page);

    public static async Task<ReaderInBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("COULISSE_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        return new(playwright, browser, page);
    }

    public async Task<bool> SeesSignInNoticeAsync(Uri article)
    {
        await _page.GotoAsync(article.AbsoluteUri);
        return await _page.Locator(".thread .notice a[href^='/account/sign-in']").IsVisibleAsync()
            && await _page.Locator(".thread form").CountAsync() == 0;
    }

    public async Task SignInAsync(Person reader)
    {
        await _page.Locator(".thread .notice a[href^='/account/sign-in']").ClickAsync();
        await _page.Locator("form[action='/account/sign-in'] input[name=name]").FillAsync(reader.Name);
        await _page.Locator("form[action='/account/sign-in'] input[name=passphrase]").FillAsync(reader.Passphrase);
        await _page.Locator("form[action='/account/sign-in'] button[type=submit]").First.ClickAsync();
    }

    /// <summary>Answers the nested comment (the last one, if none is nested), quoting it.</summary>
    public async Task<bool> AnswerAsync(Uri article, SavedText saved, string words)
    {
        await _page.GotoAsync(article.AbsoluteUri);
        var which = saved.Comments.ToList().FindIndex(comment => comment.Level > 1);
        var comment = _page.Locator("li.comment").Nth(which < 0 ? saved.Comments.Count - 1 : which);
        await comment.Locator(":scope > .comment-self .comment-tools a[href*='quote=c:']").ClickAsync();
        var field = _page.Locator("textarea[name=text]");
        var quoted = await field.InputValueAsync();
        await field.FillAsync(quoted.TrimEnd() + "\n\n" + words);
        await _page.Locator("form[action$='/write'] button[type=submit]").ClickAsync();
        return quoted.TrimStart().StartsWith('>') && await SeesAnswerAsync(article, words);
    }

    /// <summary>The answer stands there with its quotation, and the quotation leads to a comment.</summary>
    public async Task<bool> SeesAnswerAsync(Uri article, string words)
    {
        await _page.GotoAsync(article.AbsoluteUri);
        var answer = _page.Locator(".comment-self").Filter(new() { HasText = words });
        return await answer.CountAsync() == 1 && await answer.Locator(".comment-quote footer a[href^='/comment/']").CountAsync() == 1;
    }

    public async Task<bool> VoteUpAsync(Uri article)
    {
        await _page.GotoAsync(article.AbsoluteUri);
        await _page.Locator("li.comment").First.Locator(".vote button[name=vote]").First.ClickAsync();
        return await SeesOwnVoteAsync(article);
    }

    public async Task<bool> SeesOwnVoteAsync(Uri article)
    {
        await _page.GotoAsync(article.AbsoluteUri);
        return await _page.Locator("li.comment").First.Locator(".vote button[name=vote]").First.GetAttributeAsync("aria-pressed") == "true";
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
