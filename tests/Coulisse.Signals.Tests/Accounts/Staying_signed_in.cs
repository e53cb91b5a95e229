using System.Net;
using Coulisse.Signals.Accounts;

namespace Coulisse.Signals.Tests.Accounts;

public sealed class Staying_signed_in
{
    private const string Passphrase = Signing_in_and_up.Passphrase;

    [Fact]
    public async Task The_cookie_on_loopback_is_plain_http_only_lax_and_lasts_thirty_days()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();

        var cookie = Assert.Single((await browser.SignUpAsync("Otto Halm", Passphrase)).SetCookies, c =>
            c.StartsWith("reader=", StringComparison.Ordinal));

        Assert.Contains("; httponly", cookie);
        Assert.Contains("; samesite=lax", cookie);
        Assert.Contains("; path=/", cookie);
        Assert.DoesNotContain("domain", cookie);
        Assert.DoesNotContain("; secure", cookie);
        var expires = DateTimeOffset.Parse(cookie.Split("expires=")[1].Split(';')[0],
            System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange((expires - page.Clock.GetUtcNow()).TotalDays, 29.9, 30.1);
    }

    [Fact]
    public async Task Behind_https_every_cookie_is_bound_to_the_host_and_secure()
    {
        await using var page = await AccountsPage.StartAsync(publicAddress: new Uri("https://page.example"));
        using var bare = new HttpClient(new HttpClientHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false
        })
        { BaseAddress = page.Address };
        using var form = await bare.GetAsync("/account/new", TestContext.Current.CancellationToken);
        var formCookie = Assert.Single(form.Headers.GetValues("Set-Cookie"));
        var token = (await form.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/new")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["name"] = "Otto Halm",
                ["passphrase"] = Passphrase,
                ["__RequestVerificationToken"] = WebUtility.HtmlDecode(token),
            }),
        };
        request.Headers.Add("Cookie", formCookie.Split(';')[0]);

        using var answer = await bare.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var cookies = answer.Headers.GetValues("Set-Cookie").Append(formCookie).ToArray();
        Assert.Contains(cookies, c => c.StartsWith("__Host-reader=", StringComparison.Ordinal));
        Assert.All(cookies, c =>
        {
            Assert.StartsWith("__Host-", c);
            Assert.Contains("; secure", c);
            Assert.Contains("; path=/", c);
            Assert.Contains("; httponly", c);
        });
    }

    [Fact]
    public async Task A_restart_signs_nobody_out()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        await browser.SignUpAsync("Otto Halm", Passphrase);
        var cookies = browser.Cookies;

        await page.RestartAsync();
        using var later = page.NewBrowser(cookies);

        Assert.True(await later.IsSignedInAsync());
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_other_browser_at_once()
    {
        await using var page = await AccountsPage.StartAsync();
        using var here = page.NewBrowser();
        using var there = page.NewBrowser();
        await here.SignUpAsync("Otto Halm", Passphrase);
        await there.SignInAsync("Otto Halm", Passphrase);
        Assert.True(await there.IsSignedInAsync());
        page.Clock.Forward(TimeSpan.FromSeconds(2));

        var answer = await here.PostAsync("/account", "/account/sign-out-everywhere");

        Assert.Equal("/account?done=everywhere", answer.Location);
        Assert.False(await there.IsSignedInAsync());
        Assert.True(await here.IsSignedInAsync());
    }

    [Fact]
    public async Task A_stolen_cookie_is_void_within_a_minute_when_another_program_changed_the_account()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        await browser.SignUpAsync("Otto Halm", Passphrase);
        using var editor = page.NewBrowser();
        var wayIn = await page.NameFirstEditorAsync("Otto Halm");
        await editor.PostAsync(wayIn, wayIn, ("passphrase", "another walk by the river"));

        page.Clock.Forward(Recalls.LookAgainEvery + TimeSpan.FromSeconds(1));

        Assert.False(await browser.IsSignedInAsync());
        Assert.True(await editor.IsSignedInAsync());
    }

    [Fact]
    public async Task A_guest_is_sent_to_sign_in_by_a_path_whatever_host_was_asked_for()
    {
        await using var page = await AccountsPage.StartAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = page.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account?x=1");
        request.Headers.Host = "elsewhere.example";

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/sign-in?returnUrl=%2Faccount%3Fx%3D1", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Language_and_zone_are_kept_with_the_account_and_follow_into_the_next_browser()
    {
        await using var page = await AccountsPage.StartAsync();
        using var here = page.NewBrowser();
        await here.SignUpAsync("Otto Halm", Passphrase);
        var answer = await here.PostAsync("/account/reading", "/account/reading",
            ("language", "fr"), ("zone", "Europe/Paris"), ("returnUrl", "/account"));
        Assert.Equal("/account", answer.Location);
        using var there = page.NewBrowser();

        await there.SignInAsync("Otto Halm", Passphrase);

        Assert.Contains("<html lang=\"fr\"", (await there.GetAsync("/account")).Body);
        Assert.Contains("zone=Europe%2FParis", there.Cookies);
    }

    [Fact]
    public async Task A_zone_that_is_none_is_refused_and_shown_again()
    {
        await using var page = await AccountsPage.StartAsync();
        using var guest = page.NewBrowser();

        var answer = await guest.PostAsync("/account/reading", "/account/reading", ("language", "fr"), ("zone",
            "Mars/Base"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("value=\"Mars/Base\"", answer.Body);
        Assert.DoesNotContain("language=fr", guest.Cookies);
    }
}
