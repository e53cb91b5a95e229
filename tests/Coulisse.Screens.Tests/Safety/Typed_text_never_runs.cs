using Coulisse.Screens.Tests.Hosting;
using Coulisse.Signals.Accounts.Names;
using Coulisse.Signals.Exchange;
using Coulisse.Signals.Items;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.SavedArticles;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Microsoft.Playwright;
using NodaTime;

namespace Coulisse.Screens.Tests.Safety;

/// <summary>A corpus of hostile text in every field that a person can fill, then every page that shows it, in a real browser.</summary>
[Trait("Row", "25")]
public sealed class Typed_text_never_runs(House house) : IClassFixture<House>
{
    private Publication Page => house.Theatre.Page;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wherever_it_was_typed()
    {
        Assert.True(HostileText.All.Length >= 60);
        var addresses = await ItemsAsync();
        addresses.Add(await ArticleAsync());
        addresses.Add(await WithdrawnAsync());
        addresses.AddRange(await CommentsAsync());
        foreach (var language in new[] { "en", "fr", "ru", "ar" })
            await Page.Stage.Get<SiteSettings>().SetAsync("name." + language, HostileText.Together, Cancel);
        addresses.AddRange(["/en/", "/en/moderation", "/publisher/", "/publisher/moderation", "/publisher/settings", "/publisher/translation-reports",
            "/publisher/people", "/en/verify"]);

        Assert.Empty(await SeenAsync(addresses));
    }

    [Fact]
    public void And_a_display_name_takes_none_of_it() =>
        Assert.DoesNotContain(HostileText.All, text => DisplayName.Check(text) is DisplayNameVerdict.Accepted);

    [Fact]
    public async Task And_a_name_that_is_refused_comes_back_as_text()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en");
        var watch = await Watch.OverAsync(window, Page.Stage.Address);
        var page = await window.NewPageAsync();
        foreach (var text in HostileText.All.Where(text => text.Contains('"', StringComparison.Ordinal)).Take(8))
        {
            await page.GotoAsync(new Uri(Page.Stage.Address, "/account/new").AbsoluteUri);
            await page.EvaluateAsync("() => document.querySelector('#name').removeAttribute('maxlength')");
            await page.FillAsync("#name", text);
            await page.FillAsync("#passphrase", Publication.Passphrase);
            await page.ClickAsync("main button[type=submit]:visible >> nth=0");
            Assert.Equal(text.Replace("\t", "", StringComparison.Ordinal), (await page.InputValueAsync("#name")).Replace("\t", "", StringComparison.Ordinal));
        }
        Assert.Empty(watch.Seen);
    }

    [Fact]
    public async Task And_script_that_does_run_is_noticed()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en");
        var watch = await Watch.OverAsync(window, Page.Stage.Address);
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(Page.Stage.Address, "/en/").AbsoluteUri);
        await page.EvaluateAsync("() => { document.querySelector('main').innerHTML = '<img src=//evil.example/p.png onerror=alert(1)>'; }");
        await page.WaitForTimeoutAsync(300);

        Assert.Contains(watch.Seen, seen => seen.StartsWith("policy: img-src", StringComparison.Ordinal));
        Assert.Contains(watch.Seen, seen => seen.StartsWith("policy: script-src", StringComparison.Ordinal));
    }

    /// <summary>Title, body, and all of a claim, as an imported file carries them.</summary>
    private async Task<List<string>> ItemsAsync()
    {
        var import = new ItemImport(Page.Stage.Get<Database>(), Page.Stage.Get<ItemWriter>(), Page.Stage.Get<Changes>());
        var addresses = new List<string>();
        foreach (var chunk in HostileText.All.Chunk(6))
        {
            var claims = chunk.Select((text, n) => new ItemFile.Claim("en", $"Sentence {n} stands.", text, text, [text, text], "reported"));
            var body = chunk.SelectMany((text, n) => new[] { text, $"Sentence {n} stands.", "> " + text, $"- {text}" });
            var id = await import.ImportAsync(new("report", "en", null,
                [new("en", "authentic", chunk[0], [.. body], null, null, null), new("fr", "machine", chunk[^1], [.. body], "en", chunk[^1], Page.Now.ToDateTimeOffset())],
                [.. claims]), Page.Now, Cancel);
            addresses.Add(Page.AddressOf(id, "en"));
            addresses.Add(Page.AddressOf(id, "fr"));
            addresses.AddRange([$"/publisher/items/{id}", $"/publisher/items/{id}/en/edit", $"/publisher/items/{id}/en/claims"]);
        }
        return addresses;
    }

    private async Task<string> ArticleAsync()
    {
        var comments = string.Join('\n', HostileText.All.Select((text, n) => $"  {n + 1}. +1\n    12 March 2031 09:15\n    {text.ReplaceLineEndings(" ")}"));
        var text = $"{HostileText.All[0]}\n\n{HostileText.All.Length}\n\n{HostileText.Together}\n\n{HostileText.All.Length} comments\ninformation\nDear reader, to leave comments you must sign in.\n{comments}\n";
        var read = Assert.IsType<SavedArticleReading.Read>(SavedArticleReader.Read(System.Text.Encoding.UTF8.GetBytes(text)));
        var import = new ArticleImport(Page.Stage.Get<Database>(), Page.Stage.Get<ItemWriter>(), Page.Stage.Get<Changes>());
        var settings = new ImportSettings(LanguageTag.Known("en"), DateTimeZone.Utc, EditionStanding.Machine, HostileText.All[9], HostileText.All[10], "javascript:alert(1)");
        return Page.AddressOf((await import.ImportAsync(read.Article, settings, Page.Now, Cancel)).Item, "en");
    }

    private async Task<string> WithdrawnAsync()
    {
        var writer = Page.Stage.Get<ItemWriter>();
        var id = await writer.CreateAsync(new(ItemKind.Report, LanguageTag.Known("en"),
            new(LanguageTag.Known("en"), EditionStanding.Authentic, HostileText.All[3], "Words.")), null, Page.Now, Cancel);
        await writer.PublishAsync(id, Page.Now, Cancel);
        await Page.Editor.SendAsync($"/publisher/items/{id}/withdraw", $"/publisher/items/{id}/withdraw",
            ("reason", string.Join(' ', HostileText.All)[..Limits.ReasonCharsMax]));
        return Page.AddressOf(id, "en");
    }

    /// <summary>Comment, quotation, report, reason and appeal; a translation report too.</summary>
    private async Task<List<string>> CommentsAsync()
    {
        var (item, address) = (Page.Quiet, Page.AddressOf(Page.Quiet, "en"));
        var last = 0L;
        foreach (var chunk in HostileText.All.Chunk(9))
        {
            var reason = string.Join(' ', chunk)[..Math.Min(ModerationRules.ReasonCharactersMax, string.Join(' ', chunk).Length)];
            await Page.Reader.SendAsync(address, $"/thread/{item}/write",
                ("text", string.Join("\n\n", chunk.Select(text => text.TrimStart('>')))));
            last = Page.Stage.Get<Database>().Read(connection => connection.Number("SELECT max(id) FROM comment"));
            await QuoteAsync(item, last);
            await Page.Other.SendAsync($"/comment/{last}/report", $"/comment/{last}/report", ("reason", reason));
            await Page.Editor.SendAsync($"/publisher/moderation/{last}", $"/publisher/moderation/{last}", ("reason", reason),
                ("act", chunk[0].Length % 2 == 0 ? "3" : "5"));
        }
        await Page.Reader.SendAsync(address, $"/thread/{item}/write", ("text", "To be removed."));
        last = Page.Stage.Get<Database>().Read(connection => connection.Number("SELECT max(id) FROM comment"));
        await Page.Editor.SendAsync($"/publisher/moderation/{last}", $"/publisher/moderation/{last}", ("reason", HostileText.All[0]), ("act", "3"));
        await Page.Reader.SendAsync($"/comment/{last}/own", "/decision/", ("reason", string.Join(' ', HostileText.All)[..ModerationRules.ReasonCharactersMax]));
        await Page.Other.SendAsync($"/report-translation/{Page.Report}/ru", "/report-translation/", ("words", "прямое противоположное число"),
            ("remark", string.Join(' ', HostileText.All.Take(20))));
        return [address, $"/comment/{last}/own"];
    }

    /// <summary>Answers with the words that the form offers, quoted whole.</summary>
    private async Task QuoteAsync(ItemId item, long comment)
    {
        var screen = $"/thread/{item}/write?answer={comment}&quote=c:{comment}";
        var offered = (await Page.Other.OpenAsync(screen)).QuerySelector("#words")!.TextContent;
        await Page.Other.SendAsync(screen, $"/thread/{item}/write", ("text", offered + "\n\nSo it says."));
    }

    private async Task<IReadOnlyCollection<string>> SeenAsync(List<string> addresses)
    {
        var seen = new List<string>();
        foreach (var who in new[] { Who.Reader, Who.Editor })
        {
            await using var window = await house.Theatre.WindowAsync(who, "en");
            var watch = await Watch.OverAsync(window, Page.Stage.Address);
            var page = await window.NewPageAsync();
            foreach (var address in addresses.Where(a => who == Who.Editor ? a.StartsWith("/publisher", StringComparison.Ordinal) : !a.StartsWith("/publisher", StringComparison.Ordinal)))
            {
                var answer = await page.GotoAsync(new Uri(Page.Stage.Address, address).AbsoluteUri, new() { WaitUntil = WaitUntilState.Load });
                Assert.True(answer!.Ok, $"{address}: {answer.Status}");
            }
            // What was seen last may still be on its way here.
            await page.WaitForTimeoutAsync(300);
            seen.AddRange(watch.Seen);
        }
        return seen;
    }
}
