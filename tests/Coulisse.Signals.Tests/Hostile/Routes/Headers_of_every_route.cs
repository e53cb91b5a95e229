using System.Net;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Accounts;

namespace Coulisse.Signals.Tests.Hostile.Routes;

/// <summary>What every route says to the browser, whoever asks and whatever comes of it; a new route is asked by
/// itself.</summary>
[Trait("Row", "29 whole")]
public sealed class Headers_of_every_route(SharedPage shared) : IClassFixture<SharedPage>
{
    private static readonly (string Name, string Value)[] Always =
    [
        ("Content-Security-Policy", SecurityHeaders.ContentSecurityPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    private PeopledPage Page => shared.Page;

    [Fact]
    public async Task Are_the_same_on_every_answer()
    {
        var faults = new List<string>();
        foreach (var role in PeopledPage.Roles)
        {
            foreach (var route in PageRoute.Of(Page.Page.Services))
                faults.AddRange(Faults(role, route.Name, await AskAsync(role, route)));
            foreach (var path in (string[])["/page.css", "/passkeys.js", "/nothing/at/all", "/page.css/x"])
                faults.AddRange(Faults(role, path, await Page[role].GetAsync(path)));
        }
        Assert.Equal([], faults);
    }

    [Fact]
    public async Task Are_the_same_when_the_page_itself_fails()
    {
        await using var page = await PeopledPage.StartAsync();
        await page.Page.Database.WriteAsync(connection => connection.Run(
            "CREATE TRIGGER fail BEFORE UPDATE ON account BEGIN SELECT RAISE(ABORT, 'no'); END"),
            TestContext.Current.CancellationToken);

        var failed = await page["reader"].PostAsync("/account/sign-in", "/account/reading", ("language", "en"));

        Assert.Equal(HttpStatusCode.InternalServerError, failed.Status);
        Assert.Equal([], Faults("reader", "a failure", failed));
    }

    [Fact]
    public void Let_nothing_be_framed_run_inline_or_stay_as_a_worker()
    {
        var policy = SecurityHeaders.ContentSecurityPolicy.Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("worker-src 'none'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        var scripts = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot"), "*.js");
        Assert.NotEmpty(scripts);
        Assert.All(scripts, script =>
            Assert.DoesNotContain("serviceWorker", File.ReadAllText(script), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Forms without their token: what they would do is of no matter here.</summary>
    private Task<Answer> AskAsync(string role, PageRoute route) => route.IsPost
        ? Page[role].PostBareAsync(route.Address, ("text", "words"), ("reason", "words"))
        : Page[role].GetAsync(route.Address);

    private static IEnumerable<string> Faults(string role, string what, Answer answer)
    {
        foreach (var (name, value) in Always)
        {
            if (!answer.Headers.TryGetValues(name, out var said) || string.Join(",", said) != value)
                yield return $"{role}: {what} ({(int)answer.Status}) lacks {name}";
        }
        if (answer.Headers.CacheControl is not { } cache)
            yield return $"{role}: {what} ({(int)answer.Status}) does not say how long it may be kept";
        else if (!cache.NoStore && answer.Body.Contains("</html>", StringComparison.Ordinal) && role != "guest")
            yield return $"{role}: {what} is a signed-in page that may be stored";
        if (answer.Headers.Contains("Service-Worker-Allowed"))
            yield return $"{role}: {what} lets a service worker in";
    }
}
