using System.Net;
using System.Text.Json.Nodes;
using Coulisse.Signals.Accounts;

namespace Coulisse.Signals.Tests.Accounts;

public sealed class Passkeys_as_a_way_in
{
    private const string Passphrase = Signing_in_and_up.Passphrase;

    // The public address under test; the port that the server happens to get is not part of what a browser would see.
    private const string Origin = "http://localhost:5080";

    [Fact]
    public async Task An_account_is_made_with_a_passkey_alone_and_signs_in_with_it_in_another_browser()
    {
        await using var page = await AccountsPage.StartAsync(publicAddress: new Uri(Origin));
        using var passkey = new SoftPasskey();
        using var here = page.NewBrowser();

        var made = await SignUpAsync(here, passkey, "Otto Halm", Origin);
        Assert.Equal(HttpStatusCode.OK, made.Status);
        Assert.Equal(10, made.Codes.Length);
        using var there = page.NewBrowser();
        var answer = await SignInAsync(there, passkey, Origin);

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains("Otto Halm", (await there.GetAsync("/account")).Body);
    }

    [Fact]
    public async Task A_passkey_made_or_used_on_another_site_is_refused()
    {
        await using var page = await AccountsPage.StartAsync(publicAddress: new Uri(Origin));
        using var passkey = new SoftPasskey();
        using var here = page.NewBrowser();

        Assert.Equal(HttpStatusCode.BadRequest, (await SignUpAsync(here, passkey, "Otto Halm",
            "https://elsewhere.example")).Status);
        Assert.Equal(HttpStatusCode.OK, (await SignUpAsync(here, passkey, "Otto Halm", Origin)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(page.NewBrowser(), passkey,
            "https://elsewhere.example")).Status);
    }

    [Fact]
    public async Task A_lock_out_of_the_passphrase_does_not_hold_up_a_right_passkey()
    {
        await using var page = await AccountsPage.StartAsync(publicAddress: new Uri(Origin));
        using var passkey = new SoftPasskey();
        await SignUpAsync(page.NewBrowser(), passkey, "Otto Halm", Origin);
        using var browser = page.NewBrowser();
        for (var i = 0; i <= Waiting.FreeTriesAtName; i++)
            await browser.SignInAsync("Otto Halm", "not the right one");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SignInAsync("Otto Halm", Passphrase)).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(browser, passkey, Origin)).Status);
    }

    [Fact]
    public async Task A_passkey_is_added_with_the_passphrase_and_removed_but_never_the_last_way_in()
    {
        await using var page = await AccountsPage.StartAsync(publicAddress: new Uri(Origin));
        using var passkey = new SoftPasskey();
        using var browser = page.NewBrowser();
        await browser.SignUpAsync("Otto Halm", Passphrase);

        var refused = await AddAsync(browser, passkey, "not the right one");
        var added = await AddAsync(browser, passkey, Passphrase);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("/account?done=passkey", added.Location);
        var own = (await browser.GetAsync("/account")).Body;
        Assert.Contains("My &lt;b&gt;key", own);
        var id = own.Split("name=\"id\" value=\"")[1].Split('"')[0];
        foreach (var passphrase in new[] { "", "not the right one" })
        {
            var kept =
                await browser.PostAsync("/account", "/account/passkeys/remove", ("id", id), ("passphrase", passphrase));
            Assert.Equal(HttpStatusCode.BadRequest, kept.Status);
            Assert.Contains("<details open>", kept.Body);
        }
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(page.NewBrowser(), passkey, Origin)).Status);
        Assert.Equal("/account?done=passkey-removed", (await browser.PostAsync("/account", "/account/passkeys/remove",
            ("id", id), ("passphrase", Passphrase))).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(page.NewBrowser(), passkey, Origin)).Status);

        using var only = new SoftPasskey();
        using var bare = page.NewBrowser();
        await SignUpAsync(bare, only, "Ada Holm", Origin);
        var last = (await bare.GetAsync("/account")).Body.Split("name=\"id\" value=\"")[1].Split('"')[0];
        Assert.Equal(HttpStatusCode.BadRequest,
            (await bare.PostAsync("/account", "/account/passkeys/remove", ("id", last))).Status);
    }

    [Fact]
    public async Task An_answer_cannot_be_sent_twice()
    {
        await using var page = await AccountsPage.StartAsync(publicAddress: new Uri(Origin));
        using var passkey = new SoftPasskey();
        await SignUpAsync(page.NewBrowser(), passkey, "Otto Halm", Origin);
        using var browser = page.NewBrowser();
        var options = await browser.PostAsync("/account/sign-in", "/account/passkeys/request");
        var credential = passkey.Get(options.Body, Origin);

        var first = await browser.PostAsync("/account/sign-in", "/account/sign-in/passkey", ("credential", credential));
        await browser.PostAsync("/account", "/account/sign-out");
        var second = await browser.PostAsync("/account/sign-in", "/account/sign-in/passkey", ("credential",
            credential));

        Assert.Equal(HttpStatusCode.SeeOther, first.Status);
        Assert.Equal(HttpStatusCode.BadRequest, second.Status);
    }

    [Fact]
    public async Task The_options_for_signing_in_name_no_account_and_ask_for_the_person()
    {
        await using var page = await AccountsPage.StartAsync(publicAddress: new Uri(Origin));
        using var browser = page.NewBrowser();

        var options = JsonNode.Parse((await browser.PostAsync("/account/sign-in", "/account/passkeys/request", ("name",
            "Otto Halm"))).Body)!;

        Assert.Equal("localhost", options["rpId"]!.GetValue<string>());
        Assert.Equal("required", options["userVerification"]!.GetValue<string>());
        Assert.Empty(options["allowCredentials"]?.AsArray() ?? []);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_before_a_passkey_is_made_for_it()
    {
        await using var page = await AccountsPage.StartAsync(publicAddress: new Uri(Origin));
        await page.NewBrowser().SignUpAsync("Otto Halm", Passphrase);

        var answer = await page.NewBrowser().PostAsync("/account/new", "/account/new/passkey-options", ("name",
            "otto halm"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("This name cannot be used here. Please choose another.", answer.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1")]
    [InlineData("{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task Anything_else_in_the_credential_field_is_a_passkey_that_failed(string credential)
    {
        await using var page = await AccountsPage.StartAsync(publicAddress: new Uri(Origin));
        using var browser = page.NewBrowser();

        var without = await browser.PostAsync("/account/sign-in", "/account/sign-in/passkey", ("credential",
            credential));
        await browser.PostAsync("/account/sign-in", "/account/passkeys/request");
        var begun = await browser.PostAsync("/account/sign-in", "/account/sign-in/passkey", ("credential", credential));

        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Equal(HttpStatusCode.BadRequest, begun.Status);
        Assert.Contains("The passkey did not work.", begun.Body);
    }

    private static async Task<Answer> SignUpAsync(Browser browser, SoftPasskey passkey, string name, string origin)
    {
        var options = await browser.PostAsync("/account/new", "/account/new/passkey-options", ("name", name));
        return await browser.PostAsync("/account/new", "/account/new/passkey",
            ("name", name), ("credential", passkey.Create(options.Body, origin)));
    }

    private static async Task<Answer> SignInAsync(Browser browser, SoftPasskey passkey, string origin)
    {
        var options = await browser.PostAsync("/account/sign-in", "/account/passkeys/request");
        return await browser.PostAsync("/account/sign-in", "/account/sign-in/passkey", ("credential",
            passkey.Get(options.Body, origin)));
    }

    private static async Task<Answer> AddAsync(Browser browser, SoftPasskey passkey, string passphrase)
    {
        var options = await browser.PostAsync("/account", "/account/passkeys/options");
        return await browser.PostAsync("/account", "/account/passkeys", ("passkeyName", "My <b>key"),
            ("passphrase", passphrase), ("credential", passkey.Create(options.Body, Origin)));
    }
}
