using System.Net;
using Coulisse.Screens.Hosting;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>The screens as anybody on the machine, and any page in the person's browser, can reach them.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class Only_the_person_at_the_desk_comes_in(Evening evening) : IAsyncLifetime
{
    private static readonly string[] Places =
        ["", "enter", "enter.js", "desk.css", "desk.js", "_framework/blazor.web.js", "room/3f",
            "room/3f/consent", "nothing/at/all"];

    private WayIn way = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => way = await WayIn.OpenAsync(evening.Parties.A.Desks[1], Cancel);

    public async ValueTask DisposeAsync()
    {
        way.Dispose();
        await evening.Parties.A.Desks[1].Screens.KillAsync();
    }

    [Fact]
    [Trait("Row", "15")]
    public async Task The_link_works_once()
    {
        using var again = await way.EnterAsync(way.Link.Fragment[1..], Cancel);
        using var guessed = await way.EnterAsync("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, guessed.StatusCode);
        Assert.False(again.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    [Trait("Row", "28")]
    public async Task Whoever_has_the_port_alone_gets_nothing()
    {
        foreach (var place in (string[])["/", "/enter", "/desk.css", "/_blazor", "/_framework/blazor.web.js"])
        {
            using var outside = await way.SendAsync(HttpMethod.Get, new Uri(new Uri(way.Own), place),
                request => request.Headers.Add("Sec-Fetch-Site", "same-origin"), Cancel);
            Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        }
        foreach (var place in (string[])["", "desk.js", "_framework/blazor.web.js", "room/3f", "_blazor"])
        {
            using var inside = await way.AskAsync(place, Cancel, withCookie: false);
            Assert.Equal(HttpStatusCode.Unauthorized, inside.StatusCode);
        }
        using var entered = await way.AskAsync("", Cancel);
        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
    }

    [Fact]
    [Trait("Row", "28")]
    public async Task Neither_arguments_nor_environment_nor_files_hold_the_way_in()
    {
        var screens = evening.Parties.A.Desks[1].Screens.ProcessId;
        var secrets = (string[])[way.Link.Fragment[1..], way.Cookie.Split('=')[1], way.Start.AbsolutePath.Trim('/')];
        var seen = Directory.GetFiles(Path.Combine(evening.Parties.Folder, evening.Parties.A.Desks[1].Folder))
            .Where(file => !file.EndsWith(".socket", StringComparison.Ordinal)
                && !file.EndsWith(".lock", StringComparison.Ordinal))
            .Concat(Directory.Exists("/proc") ? [$"/proc/{screens}/cmdline", $"/proc/{screens}/environ"] : []);
        foreach (var file in seen)
        {
            var text = await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1, Cancel);
            Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Theory]
    [Trait("Row", "27")]
    [InlineData("localhost:PORT")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1.:PORT")]
    [InlineData("127.0.0.2:PORT")]
    [InlineData("[::1]:PORT")]
    [InlineData("0.0.0.0:PORT")]
    [InlineData("2130706433:PORT")]
    [InlineData("rebound.example")]
    [InlineData("rebound.example:PORT")]
    [InlineData("127.0.0.1.rebound.example:PORT")]
    [InlineData("127.0.0.1:PORT.rebound.example")]
    public async Task Another_name_for_this_address_is_refused(string host)
    {
        host = host.Replace("PORT", $"{way.Link.Port}", StringComparison.Ordinal);
        foreach (var place in Places)
        {
            using var answer = await way.SendAsync(HttpMethod.Get, new Uri(way.Start, place), request =>
            {
                request.Headers.TryAddWithoutValidation("Host", host);
                request.Headers.Add("Sec-Fetch-Site", "same-origin");
                request.Headers.Add("Cookie", way.Cookie);
            }, Cancel);
            Assert.True(answer.StatusCode is HttpStatusCode.MisdirectedRequest or HttpStatusCode.BadRequest,
                $"{host} got {answer.StatusCode} for '{place}'.");
        }
    }

    [Theory]
    [Trait("Row", "26")]
    [InlineData("GET", null, "cross-site")]
    [InlineData("GET", null, "same-site")]
    [InlineData("GET", null, null)]
    [InlineData("GET", "http://127.0.0.1:1", "same-site")]
    [InlineData("GET", "null", "cross-site")]
    [InlineData("POST", "http://elsewhere.example", "cross-site")]
    [InlineData("POST", "http://127.0.0.1:1", "same-site")]
    [InlineData("POST", "null", "same-origin")]
    [InlineData("POST", null, "same-origin")]
    [InlineData("POST", null, "none")]
    [InlineData("DELETE", "http://elsewhere.example", "same-origin")]
    public async Task What_another_page_sends_is_refused_before_anything_is_done(
        string method, string? origin, string? site)
    {
        foreach (var place in Places)
        {
            using var answer = await way.SendAsync(new(method), new Uri(way.Start, place), request =>
            {
                if (origin is not null)
                    request.Headers.Add("Origin", origin);
                if (site is not null)
                    request.Headers.Add("Sec-Fetch-Site", site);
                request.Headers.Add("Cookie", way.Cookie);
            }, Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    [Trait("Row", "26")]
    public async Task A_socket_opens_for_our_own_page_and_no_other()
    {
        Assert.True(await way.OpensSocketAsync(way.Own, withCookie: true, Cancel));
        Assert.False(await way.OpensSocketAsync(way.Own, withCookie: false, Cancel));
        Assert.False(await way.OpensSocketAsync("http://elsewhere.example", withCookie: true, Cancel));
        Assert.False(await way.OpensSocketAsync("http://127.0.0.1:1", withCookie: true, Cancel));
        Assert.False(await way.OpensSocketAsync("null", withCookie: true, Cancel));
        Assert.False(await way.OpensSocketAsync(null, withCookie: true, Cancel));
    }

    [Fact]
    [Trait("Row", "29")]
    public async Task Every_answer_keeps_itself_out_of_frames_caches_and_guesses()
    {
        var answers = new List<HttpResponseMessage>();
        foreach (var place in Places)
        {
            answers.Add(await way.AskAsync(place, Cancel));
            answers.Add(await way.AskAsync(place, Cancel, withCookie: false));
        }
        answers.Add(await way.EnterAsync("wrong", Cancel));
        answers.Add(await way.SendAsync(HttpMethod.Get, way.Start,
            request => request.Headers.Host = "x.example", Cancel));
        foreach (var answer in answers)
        {
            Assert.Equal(Headers.ContentSecurityPolicy,
                Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.False(answer.Headers.Contains("Service-Worker-Allowed"));
            answer.Dispose();
        }
        Assert.Contains("HttpOnly", way.CookieTerms, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("SameSite=Strict", way.CookieTerms, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"path={way.Start.AbsolutePath.TrimEnd('/')}",
            way.CookieTerms, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", way.CookieTerms, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_scripts_that_the_screens_live_by_are_there()
    {
        using var answer = await way.AskAsync("_framework/blazor.web.js", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True((await answer.Content.ReadAsByteArrayAsync(Cancel)).Length > 10_000);
    }
}
