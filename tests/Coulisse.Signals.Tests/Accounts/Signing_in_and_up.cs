using System.Net;

namespace Coulisse.Signals.Tests.Accounts;

public sealed class Signing_in_and_up(SharedAccounts shared) : IClassFixture<SharedAccounts>
{
    internal const string Passphrase = "a long walk by the river";

    [Fact]
    public async Task A_person_signs_up_sees_ten_codes_once_and_is_signed_in()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();

        var answer = await browser.SignUpAsync("Otto Halm", Passphrase);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(10, answer.Codes.Distinct().Count());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var own = await browser.GetAsync("/account");
        Assert.Contains("Otto Halm", own.Body);
        Assert.Empty(own.Codes);
    }

    [Fact]
    public async Task A_person_signs_out_and_in_again_and_returns_where_they_were()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        await browser.SignUpAsync("Otto Halm", Passphrase);
        await browser.PostAsync("/account", "/account/sign-out");
        Assert.False(await browser.IsSignedInAsync());

        var answer = await browser.SignInAsync("Otto Halm", Passphrase, "/fr/reports/1?page=2");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/fr/reports/1?page=2", answer.Location);
        Assert.True(await browser.IsSignedInAsync());
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/new")]
    public async Task Whoever_comes_from_a_french_page_is_spoken_to_in_french(string form)
    {
        var page = shared.Page;
        using var browser = page.NewBrowser();

        var asked = await browser.GetAsync(form + "?returnUrl=%2Ffr%2F1%2Ftalks%23thread");
        var refused = await browser.PostAsync(form, form, ("name", ""), ("returnUrl", "/fr/1/talks#thread"));

        Assert.Contains("<html lang=\"fr\"", asked.Body);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("<html lang=\"fr\"", refused.Body);
    }

    [Fact]
    public async Task The_way_from_signing_in_to_a_new_account_forgets_no_page()
    {
        var page = shared.Page;
        using var browser = page.NewBrowser();

        var signIn = await browser.GetAsync("/account/sign-in?returnUrl=%2Ffr%2F1%2Ftalks%23thread");

        Assert.Contains("/account/new?returnUrl=%2Ffr%2F1%2Ftalks%23thread", signIn.Body);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/\t/elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Signing_in_never_leads_off_the_page(string returnUrl)
    {
        var page = shared.Page;
        using var browser = page.NewBrowser();
        await browser.SignUpAsync("Otto Halm", Passphrase);

        var answer = await browser.SignInAsync("Otto Halm", Passphrase, returnUrl);

        Assert.Equal("/", answer.Location);
    }

    [Fact]
    public async Task The_same_passphrase_composed_otherwise_is_the_same()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        await browser.SignUpAsync("Otto Halm", "caf\u00e9 au bord de l'eau");

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SignInAsync("Otto Halm",
            "cafe\u0301 au bord de l'eau")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync("Otto Halm",
            "cafe au bord de l'eau")).Status);
    }

    [Theory]
    [InlineData("Otto Halm")]
    [InlineData("otto  halm")]
    [InlineData("\u041Etto Halm")] // CYRILLIC CAPITAL LETTER O
    [InlineData("x")]
    public async Task A_name_that_is_taken_looks_like_one_or_cannot_be_gets_one_sentence(string name)
    {
        var page = shared.Page;
        using var first = page.NewBrowser();
        await first.SignUpAsync("Otto Halm", Passphrase);
        using var second = page.NewBrowser();

        var answer = await second.SignUpAsync(name, Passphrase);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("This name cannot be used here.", answer.Body);
        Assert.DoesNotContain(Passphrase, answer.Body);
        Assert.False(await second.IsSignedInAsync());
    }

    [Fact]
    public async Task Of_many_who_take_one_name_at_once_one_gets_it()
    {
        await using var page = await AccountsPage.StartAsync();
        var browsers = Enumerable.Range(0, 8).Select(_ => page.NewBrowser()).ToArray();

        var answers = await Task.WhenAll(browsers.Select(b => b.SignUpAsync("Otto Halm", Passphrase)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Equal(HttpStatusCode.BadRequest,
            a.Status));
        Array.ForEach(browsers, b => b.Dispose());
    }

    [Theory]
    [InlineData("elevenchars", "Too short")]
    [InlineData("correct horse battery staple", "Too many people")]
    [InlineData("P a s s w o r d 1 2 3 4", "Too many people")]
    [InlineData("aaaaaaaaaaaaaaaa", "Too many people")]
    [InlineData("otto halm, otto", "must not be your name")]
    public async Task A_poor_passphrase_is_refused_with_the_reason(string passphrase, string reason)
    {
        var page = shared.Page;
        using var browser = page.NewBrowser();

        var answer = await browser.SignUpAsync("Otto Halm Otto", passphrase);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(reason, answer.Body);
        Assert.Contains("value=\"Otto Halm Otto\"", answer.Body);
        Assert.DoesNotContain($"value=\"{passphrase}\"", answer.Body);
    }

    [Fact]
    public async Task A_passphrase_of_256_characters_is_taken_and_257_are_not()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        var longest = string.Concat(Enumerable.Repeat("\U0001F33F ab", 64)); // 4 code points, 5 UTF-16 units

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignUpAsync("Otto Halm", longest + "x")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.SignUpAsync("Otto Halm", longest)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SignInAsync("Otto Halm", longest)).Status);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/new")]
    [InlineData("/account/recovery")]
    [InlineData("/way-in/ABC")]
    [InlineData("/account/passkeys/request")]
    public async Task A_form_without_its_antiforgery_field_is_refused_in_words(string path)
    {
        var page = shared.Page;
        using var browser = page.NewBrowser();

        var answer = await browser.PostBareAsync(path, ("name", "Otto Halm"), ("passphrase", Passphrase));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("<h1>", answer.Body);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Another_persons_antiforgery_field_does_not_pass()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        await browser.SignUpAsync("Otto Halm", Passphrase);
        using var other = page.NewBrowser();
        var foreign = (await other.GetAsync("/account/sign-in")).Body.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0];

        var answer = await browser.PostBareAsync("/account/sign-out-everywhere", ("__RequestVerificationToken",
            foreign));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task What_was_typed_into_a_passphrase_field_is_in_no_log_and_not_in_the_file()
    {
        await using var page = await AccountsPage.StartAsync(isWholly: true);
        using var browser = page.NewBrowser();
        await browser.SignUpAsync("Otto Halm", "canary-passphrase right");
        await browser.SignInAsync("Otto Halm", "canary-passphrase wrong");
        await browser.SignInAsync("Otto Halm", "canary-passphrase right");
        await browser.PostAsync("/account/recovery", "/account/recovery",
            ("name", "Otto Halm"), ("code", "canary-code"), ("passphrase", "canary-passphrase new"));

        Assert.NotEmpty(page.Logs.All);
        Assert.DoesNotContain("canary", page.Logs.All);
        var files = Directory.GetFiles(Path.GetDirectoryName(page.DatabasePath)!);
        Assert.Equal(0, new FileInfo(files.Single(file => file.EndsWith(".lock", StringComparison.Ordinal))).Length);
        foreach (var file in files.Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var read = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var text = new StreamReader(read, System.Text.Encoding.Latin1);
            Assert.DoesNotContain("canary", await text.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
    }
}
