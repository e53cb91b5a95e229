using Coulisse.Screens.Tests.Hosting;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Coulisse.Screens.Tests.Safety;

/// <summary>The headers of every route, and what follows from them in a browser.</summary>
[Trait("Row", "29")]
public sealed class What_every_answer_says(SharedHouse house) : IClassFixture<SharedHouse>
{
    private Publication Page => house.Theatre.Page;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Who.Guest)]
    [InlineData(Who.Reader)]
    [InlineData(Who.Editor)]
    public async Task Is_said_on_all_routes(Who who)
    {
        var faults = new List<string>();
        using var http = Client(who);
        foreach (var path in Routes().Append("/page.css").Append("/nothing/at/all"))
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            faults.AddRange(Faults(answer, who).Select(fault => $"{path} ({(int)answer.StatusCode}): {fault}"));
        }
        Tour.AssertNone(faults);
    }

    [Fact]
    public async Task Keeps_the_page_out_of_other_peoples_frames()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Reader, "en");
        var page = await window.NewPageAsync();
        await page.RouteAsync("http://frame.example/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<iframe src='{Page.Stage.Address}en/'></iframe>",
        }));
        await page.GotoAsync("http://frame.example/", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Load });

        Assert.Equal(2, page.Frames.Count);
        Assert.Equal(0, await page.Frames[1].Locator(".masthead").CountAsync());
    }

    [Fact]
    [Trait("Row", "23")]
    public async Task Sends_a_signed_file_as_something_to_keep()
    {
        var item = Page.Stage.Get<ItemStore>().Find(Page.Statement)!;
        var file = Page.Stage.Get<SignedFiles>().Of(item.Id)[0];
        using var http = Client(Who.Guest);
        using var answer = await http.GetAsync(new Uri(Addresses.SignedFile(item, file), UriKind.Relative), Cancel);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    [Trait("Row", "24")]
    public async Task Lets_no_page_speak_to_another_host()
    {
        var seen = new List<string>();
        foreach (var who in Enum.GetValues<Who>())
        {
            await using var window = await house.Theatre.WindowAsync(who, "en");
            var watch = await Watch.OverAsync(window, Page.Stage.Address);
            var page = await window.NewPageAsync();
            foreach (var kind in house.Theatre.Kinds.Where(kind => kind.Who == who && !kind.IsOnBareStage && kind.Act is null))
                await house.Theatre.ShowAsync(page, kind, "en");
            seen.AddRange(watch.Seen);
        }
        Assert.Empty(seen);
    }

    private HttpClient Client(Who who)
    {
        var visitor = who switch { Who.Reader => Page.Reader, Who.Editor => Page.Editor, _ => null };
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Page.Stage.Address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        if (visitor is not null)
            http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", visitor.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        return http;
    }

    /// <summary>Every address that can be read, with something real in each of its places.</summary>
    private IEnumerable<string> Routes() =>
        from endpoint in Page.Stage.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true
        select "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Part))));

    private string Part(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "language" } => "en",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "item" } => Page.Report.ToString(),
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "id" } => Page.OwnComment.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "1",
    };

    private static IEnumerable<string> Faults(HttpResponseMessage answer, Who who)
    {
        foreach (var (name, wanted) in new[]
        {
            ("Content-Security-Policy", SecurityHeaders.ContentSecurityPolicy), ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
        })
        {
            if (!answer.Headers.TryGetValues(name, out var values) || string.Join(",", values) != wanted)
                yield return $"{name} is not {wanted}";
        }
        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        if (who != Who.Guest && isPage && answer.Headers.CacheControl?.NoStore != true)
            yield return "a signed-in page may be stored";
    }
}
