using System.Globalization;
using Microsoft.Playwright;

namespace Coulisse.Screens;

/// <summary>Every kind of page, with what it takes to see it.</summary>
public static class PageKinds
{
    public static IReadOnlyList<PageKind> Of(Publication page) =>
        [.. Public(page), .. Accounts(), .. Threads(page), .. Publisher(page), .. Bare()];

    private static IEnumerable<PageKind> Public(Publication page) =>
    [
        new("front", Who.Guest, language => $"/{language}/") { IsMain = true },
        new("report", Who.Guest, language => page.AddressOf(page.Report, language)) { IsMain = true },
        new("statement", Who.Guest, language => page.AddressOf(page.Statement, language)) { IsMain = true },
        new("imported", Who.Guest, language => page.AddressOf(page.Imported, language)) { IsInOneLanguage = true },
        new("withdrawn", Who.Guest, language => page.AddressOf(page.Withdrawn, language)) { IsInOneLanguage = true },
        new("withdrawn-by-seal", Who.Guest, language =>
            page.AddressOf(page.SealWithdrawn, language)) { IsInOneLanguage = true },
        new("thread-long", Who.Guest, language => page.AddressOf(page.Long, language)) { IsInOneLanguage = true },
        new("thread-deep", Who.Guest, language =>
            page.AddressOf(page.Long, language) + "?page=2") { IsInOneLanguage = true },
        new("report-translation", Who.Guest, _ => $"/report-translation/{page.Report}/ru"),
        new("report-translation-refused", Who.Guest, _ => $"/report-translation/{page.Report}/ru", SendEmptyAsync),
        new("verify", Who.Guest, language => $"/{language}/verify"),
        new("moderation-log", Who.Guest, language => $"/{language}/moderation"),
        new("error-404", Who.Guest, language => $"/{language}/9999/nothing-here"),
        new("error-400", Who.Guest, _ => "/account/sign-in", SendForgedAsync),
    ];

    private static IEnumerable<PageKind> Accounts() =>
    [
        new("sign-in", Who.Guest, _ => "/account/sign-in") { IsMain = true },
        new("sign-in-refused", Who.Guest, _ => "/account/sign-in", SendEmptyAsync),
        new("sign-up", Who.Guest, _ => "/account/new") { IsMain = true },
        new("sign-up-refused", Who.Guest, _ => "/account/new", SendEmptyAsync),
        new("recovery-codes", Who.Guest, _ => "/account/new", SignUpAsync) { IsSigningIn = true },
        new("recovery", Who.Guest, _ => "/account/recovery"),
        new("recovery-refused", Who.Guest, _ => "/account/recovery", SendEmptyAsync),
        new("reading", Who.Guest, _ => "/account/reading"),
        new("account", Who.Reader, _ => "/account"),
    ];

    private static IEnumerable<PageKind> Threads(Publication page) =>
    [
        new("thread", Who.Reader, language => page.AddressOf(page.Report, language) + "#thread") { IsMain = true },
        new("write", Who.Reader, _ => $"/thread/{page.Report}/write"),
        new("write-refused", Who.Reader, _ => $"/thread/{page.Report}/write", SendEmptyAsync),
        new("answer", Who.Reader, _ => $"/thread/{page.Report}/write?answer={page.OthersComment}"),
        new("quote-comment", Who.Reader, _ =>
            $"/thread/{page.Report}/write?answer={page.OthersComment}&quote=c:{page.OthersComment}"),
        new("quote-paragraph", Who.Reader, _ => $"/thread/{page.Report}/write?reading=en&quote=p:en:1:1"),
        new("edit", Who.Reader, _ => $"/comment/{page.OwnComment}/edit"),
        new("edit-refused", Who.Reader, _ => $"/comment/{page.OwnComment}/edit", SendEmptyAsync),
        new("given-back", Who.Reader, _ => $"/comment/{page.OwnComment}/edit", SendForgedAsync),
        new("earlier-words", Who.Reader, _ => $"/comment/{page.OwnComment}/earlier"),
        new("withdraw", Who.Reader, _ => $"/comment/{page.OwnComment}/withdraw"),
        new("report-comment", Who.Reader, _ => $"/comment/{page.OthersComment}/report"),
        new("report-comment-refused", Who.Reader, _ => $"/comment/{page.OthersComment}/report", SendEmptyAsync),
        new("appeal", Who.Reader, _ => $"/comment/{page.RemovedComment}/own"),
        new("appeal-refused", Who.Reader, _ => $"/comment/{page.RemovedComment}/own", SendEmptyAsync),
        new("own-waiting", Who.Reader, _ => $"/thread/{page.Report}/own"),
    ];

    private static IEnumerable<PageKind> Publisher(Publication page) =>
    [
        new("publisher", Who.Editor, _ => "/publisher/"),
        new("publisher-new", Who.Editor, _ => "/publisher/new"),
        new("publisher-new-refused", Who.Editor, _ => "/publisher/new", SendEmptyAsync),
        new("publisher-item", Who.Editor, _ => $"/publisher/items/{page.Report}"),
        new("publisher-draft", Who.Editor, _ => $"/publisher/items/{page.Draft}"),
        new("publisher-scheduled", Who.Editor, _ => $"/publisher/items/{page.Scheduled}"),
        new("publisher-statement", Who.Editor, _ => $"/publisher/items/{page.Unsigned}"),
        new("publisher-preview", Who.Editor, _ => $"/publisher/items/{page.Draft}/en/edit", PreviewAsync),
        new("publisher-edit-refused", Who.Editor, _ => $"/publisher/items/{page.Draft}/en/edit", SendEmptyAsync),
        new("publisher-beside", Who.Editor, _ => $"/publisher/items/{page.Report}/fr/edit?beside=en"),
        new("publisher-history", Who.Editor, _ => $"/publisher/items/{page.Report}/en/history?from=1&to=2"),
        new("publisher-claims", Who.Editor, _ => $"/publisher/items/{page.Report}/en/claims"),
        new("publisher-claims-refused", Who.Editor, _ => $"/publisher/items/{page.Report}/en/claims", SendEmptyAsync),
        new("publisher-sign", Who.Editor, _ => $"/publisher/items/{page.Unsigned}/sign"),
        new("publisher-withdraw", Who.Editor, _ => $"/publisher/items/{page.Report}/withdraw"),
        new("publisher-withdraw-by-seal", Who.Editor, _ => $"/publisher/items/{page.Statement}/withdraw-by-seal"),
        new("publisher-settings", Who.Editor, _ => "/publisher/settings"),
        new("publisher-people", Who.Editor, _ => "/publisher/people"),
        new("publisher-moderation", Who.Editor, _ => "/publisher/moderation"),
        new("publisher-case", Who.Editor, _ => $"/publisher/moderation/{page.OwnComment}"),
        new("publisher-case-refused", Who.Editor, _ => $"/publisher/moderation/{page.OwnComment}", SendEmptyAsync),
        new("publisher-reports", Who.Editor, _ => "/publisher/translation-reports"),
    ];

    private static IEnumerable<PageKind> Bare() =>
    [
        new("front-empty", Who.Guest, language => $"/{language}/") { IsOnBareStage = true },
        new("verify-no-seal", Who.Guest, language => $"/{language}/verify") { IsOnBareStage = true },
        new("log-empty", Who.Guest, language => $"/{language}/moderation") { IsOnBareStage = true },
        new("error-429", Who.Guest, _ => "/account/sign-in", TryTwiceAsync) { IsOnBareStage = true },
    ];

    /// <summary>Sends the last form in main with nothing in it, past the browser's own checks.</summary>
    private static Task SendEmptyAsync(IPage page) => SendAsync(page, """
        const form = [...document.querySelectorAll('main form')].at(-1);
        form.noValidate = true;
        const typed = 'textarea, input:not([type=hidden], [type=radio], [type=checkbox])';
        for (const field of form.querySelectorAll(typed)) field.value = '';
        form.querySelector('button[type=submit]').click();
        """);

    /// <summary>As a form from another site would come.</summary>
    private static Task SendForgedAsync(IPage page) => SendAsync(page, """
        const form = document.querySelector('main form');
        form.noValidate = true;
        form.querySelector('[name=__RequestVerificationToken]').value = 'forged';
        form.querySelector('button[type=submit]').click();
        """);

    private static async Task TryTwiceAsync(IPage page)
    {
        for (var n = 0; n < 2 && await page.Locator("#passphrase").CountAsync() > 0; n++)
            await SendEmptyAsync(page);
    }

    private static Task PreviewAsync(IPage page) => page.ClickAsync("main button[name=preview]");

    private static int _accounts;

    private static async Task SignUpAsync(IPage page)
    {
        await page.FillAsync("#name",
            string.Create(CultureInfo.InvariantCulture, $"Lamplighter {Interlocked.Increment(ref _accounts)}"));
        await page.FillAsync("#passphrase", Publication.Passphrase);
        await page.ClickAsync("main button[type=submit]:visible");
        await page.Locator(".codes").WaitForAsync();
    }

    /// <summary>Runs a script that sends a form, and waits until the answer stands in place of the page that was
    /// marked.</summary>
    private static async Task SendAsync(IPage page, string script)
    {
        await page.EvaluateAsync(
            $"() => {{ document.documentElement.dataset.sent = ''; setTimeout(() => {{ {script} }}, 0); }}");
        await page.Locator("html:not([data-sent]) .foot").WaitForAsync();
    }
}
