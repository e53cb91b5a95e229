using System.Net;
using Coulisse.Signals.Items;
using Coulisse.Signals.Tests.Accounts;
using Coulisse.Signals.Translations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Coulisse.Signals.Tests.Publisher;

/// <summary>The editor's button over HTTP, against a real server on loopback that answers well or badly.</summary>
public sealed class Asking_the_machine_from_the_screen : IAsyncLifetime
{
    private static readonly MachineLimits Quick = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20), 4_096);

    private TranslationServer _server = null!;
    private AccountsPage _page = null!;
    private Browser _editor = null!;
    private ItemId _item;

    public async ValueTask InitializeAsync()
    {
        _server = await TranslationServer.StartAsync();
        _page = await AccountsPage.StartAsync(more: services => services.AddSingleton(
            _ => new MachineTranslation(_server.Address, null, Quick, TimeProvider.System)));
        _editor = _page.NewBrowser();
        var link = await _page.NameFirstEditorAsync("Night Desk");
        await _editor.PostAsync(link, link, ("passphrase", Signing_in_and_up.Passphrase));
        var writer = _page.Services.GetRequiredService<ItemWriter>();
        var now = NodaTime.Instant.FromDateTimeOffset(_page.Clock.GetUtcNow());
        _item = await writer.CreateAsync(new(ItemKind.Report, Publication.English, new(Publication.English,
            EditionStanding.Authentic, "A quiet line", "The advisers met.\n\nThey said little.")), null, now,
                Publication.Cancel);
        await writer.PublishAsync(_item, now, Publication.Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _editor.Dispose();
        await _page.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Brings_a_labelled_version_that_nobody_sees_before_it_is_released()
    {
        _server.Answering = context => TranslationServer.TranslateAsync(context, words => "FR " + words);

        Assert.Equal($"/publisher/items/{_item}?said=translated", (await AskAsync()).Location);
        var made = French!;
        Assert.Equal((EditionStanding.Machine, "FR A quiet line", "FR The advisers met.\n\nFR They said little."),
            (made.Standing, made.Latest.Title, made.Latest.Body));
        Assert.Equal((new SourceVersion(Publication.English, 1), MachineTranslation.EngineWhenUnnamed),
            (made.Latest.Source, made.Latest.Engine));
        Assert.Null(made.Live);
        using var guest = _page.NewBrowser();
        Assert.StartsWith("/en/", (await guest.GetAsync($"/fr/{_item}/x")).Location, StringComparison.Ordinal);

        await _editor.PostAsync($"/publisher/items/{_item}", $"/publisher/items/{_item}/fr/release");
        var shown = (await guest.GetAsync($"/fr/{_item}/fr-a-quiet-line")).Body;
        Assert.Contains("FR The advisers met.", shown, StringComparison.Ordinal);
        Assert.Contains(MachineTranslation.EngineWhenUnnamed, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_server_is_too_slow()
    {
        _server.Answering = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await RefusedAsync("did not answer in time");
    }

    [Theory]
    [InlineData(400, "{\"error\":\"fr is not supported\"}", "does not translate between")]
    [InlineData(403, "{\"error\":\"Invalid API key\"}", "wants a key")]
    [InlineData(429, "{\"error\":\"Slow down\"}", "takes no more text")]
    [InlineData(500, "", "failure of its own")]
    [InlineData(200, "<html>", "is no translation")]
    [InlineData(200, "{\"translatedText\":null}", "is no translation")]
    public async Task Says_what_went_wrong(int status, string answer, string words)
    {
        _server.Answering = context => TranslationServer.AnswerAsync(context, status, answer);
        await RefusedAsync(words);
    }

    [Fact]
    public async Task Reads_no_more_than_a_translation_can_be()
    {
        _server.Answering = async context =>
        {
            context.Response.ContentType = "application/json";
            var piece = new byte[64 << 10];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        };
        await RefusedAsync("far more than a translation");
    }

    [Fact]
    public async Task Follows_the_server_nowhere()
    {
        _server.Answering = context =>
        {
            context.Response.Redirect(_page.Address.AbsoluteUri);
            return Task.CompletedTask;
        };
        await RefusedAsync("another address");
        Assert.Equal(1, _server.Asked);
    }

    [Fact]
    public async Task Shows_hostile_words_as_words()
    {
        const string Hostile =
            "<script>alert(1)</script> <img src=x onerror=alert(2)> [here](javascript:alert(3)) & <b>bold</b>";
        _server.Answering = context => TranslationServer.TranslateAsync(context, _ => Hostile);
        await AskAsync();
        await _editor.PostAsync($"/publisher/items/{_item}", $"/publisher/items/{_item}/fr/release");

        using var guest = _page.NewBrowser();
        var address = (await guest.GetAsync($"/fr/{_item}/x")).Location!;
        foreach (var (who, screen, isShown) in new[]
        {
            (guest, address, true), (guest, "/fr/", true), (_editor, $"/publisher/items/{_item}/fr/edit", true),
            (_editor, $"/publisher/items/{_item}", false), (_editor, $"/publisher/items/{_item}/fr/history", false),
        })
        {
            var shown = await who.GetAsync(screen);
            Assert.Equal(HttpStatusCode.OK, shown.Status);
            if (isShown)
                Assert.Contains("alert(1)", shown.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", shown.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", shown.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"javascript:", shown.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>bold</b>", shown.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("de", "fr")]
    [InlineData("en", "")]
    [InlineData("en", "not a language")]
    public async Task Asks_for_nothing_that_may_not_be_a_machines(string source, string target)
    {
        var answer = await AskAsync(source, target);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(0, _server.Asked);
    }

    [Fact]
    public async Task Asks_for_one_text_at_a_time()
    {
        var (begun, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        _server.Answering = async context =>
        {
            begun.TrySetResult();
            await mayEnd.Task;
            await TranslationServer.TranslateAsync(context, words => words);
        };
        var first = AskAsync();
        await begun.Task;
        await RefusedAsync("Another machine translation");
        mayEnd.SetResult();
        Assert.Equal(HttpStatusCode.Redirect, (await first).Status);
    }

    [Fact]
    public async Task Asks_for_editors_alone()
    {
        using var guest = _page.NewBrowser();
        var sent = await guest
            .PostAsync("/account/sign-in", $"/publisher/items/{_item}/machine", ("source", "en"), ("target", "fr"));
        Assert.Equal(HttpStatusCode.BadRequest, sent.Status);
        Assert.Contains("href=\"/account/sign-in\"", sent.Body, StringComparison.Ordinal);
        Assert.Equal(0, _server.Asked);
    }

    private Edition? French => _page.Services.GetRequiredService<ItemStore>().Find(_item)!.In(Publication.French);

    private Task<Answer> AskAsync(string source = "en", string target = "fr") => _editor.PostAsync(
        $"/publisher/items/{_item}", $"/publisher/items/{_item}/machine", ("source", source), ("target", target));

    private async Task RefusedAsync(string words)
    {
        var answer = await AskAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(words, WebUtility.HtmlDecode(answer.Body), StringComparison.Ordinal);
        Assert.Null(French);
    }
}
