using System.Net;
using Coulisse.Signals.Accounts;

namespace Coulisse.Signals.Tests.Accounts;

/// <summary>Forms with a secret in them, refused before anybody looked at it: what was typed comes back but the
/// secret.</summary>
public sealed class What_a_limit_gives_back
{
    private const string Secret = "canary by the river";
    private const string Code = "canary-code";
    private const string Credential = "canary-credential";

    private static readonly RequestLimits Once = RequestLimits.Usual with { SignIn = 1, SignUp = 1, Recovery = 1 };

    [Theory]
    [InlineData("/account/sign-in", "/account/sign-in")]
    [InlineData("/account/sign-in", "/account/sign-in/passkey")]
    [InlineData("/account/new", "/account/new")]
    [InlineData("/account/new", "/account/new/passkey")]
    [InlineData("/account/recovery", "/account/recovery")]
    public async Task Is_what_was_typed_but_the_secret_in_the_same_form(string screen, string path)
    {
        await using var page = await AccountsPage.StartAsync(Once);
        using var browser = page.NewBrowser();
        await SendAsync(browser, screen, path);

        var refused = await SendAsync(browser, screen, path);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.True(refused.Headers.CacheControl?.NoStore);
        Assert.Contains("Too many tries. Please wait 10 minutes", refused.Body);
        Assert.Contains($"<form class=\"form\" method=\"post\" action=\"{screen}\">", refused.Body);
        Assert.Contains("value=\"Otto &quot;Halm&quot;\"", refused.Body);
        Assert.DoesNotContain("canary", refused.Body);
        if (screen != "/account/recovery")
            Assert.Contains("name=\"returnUrl\" value=\"/fr/1/talks?page=2\"", refused.Body);
    }

    [Fact]
    public async Task Is_the_name_too_when_it_was_tried_too_often()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        for (var i = 0; i < Waiting.FreeTriesAtName; i++)
            await SendAsync(browser, "/account/sign-in", "/account/sign-in");

        var refused = await SendAsync(browser, "/account/sign-in", "/account/sign-in");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("value=\"Otto &quot;Halm&quot;\"", refused.Body);
        Assert.DoesNotContain("canary", refused.Body);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/new")]
    [InlineData("/account/recovery")]
    public async Task Is_nothing_that_another_site_sent(string path)
    {
        await using var page = await AccountsPage.StartAsync(Once);
        using var browser = page.NewBrowser();
        await browser.PostFromElsewhereAsync(path, ("name", "Otto Halm"), ("passphrase", Secret));

        var refused = await browser.PostFromElsewhereAsync(path, ("name", "Otto Halm"), ("passphrase", Secret));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Please wait 10 minutes", refused.Body);
        Assert.DoesNotContain("Otto Halm", refused.Body);
    }

    [Fact]
    public async Task Never_leads_off_the_page()
    {
        await using var page = await AccountsPage.StartAsync(Once);
        using var browser = page.NewBrowser();
        await browser.SignInAsync("Otto Halm", Secret);

        var refused = await browser.SignInAsync("Otto Halm", Secret, "https://elsewhere.example/");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.DoesNotContain("elsewhere.example", refused.Body);
    }

    private static Task<Answer> SendAsync(Browser browser, string screen, string path) =>
        browser.PostAsync(screen, path,
        ("name", "Otto \"Halm\""), ("passphrase", Secret), ("code", Code), ("credential", Credential),
        ("returnUrl", "/fr/1/talks?page=2"));
}
