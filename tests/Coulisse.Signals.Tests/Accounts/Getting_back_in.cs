using System.Net;
using Coulisse.Signals.Accounts;

namespace Coulisse.Signals.Tests.Accounts;

public sealed class Getting_back_in
{
    private const string Passphrase = Signing_in_and_up.Passphrase;
    private const string NewPassphrase = "another walk by the river";

    [Fact]
    public async Task A_code_sets_a_new_passphrase_once_and_ends_other_sessions()
    {
        await using var page = await AccountsPage.StartAsync();
        using var lost = page.NewBrowser();
        var codes = (await lost.SignUpAsync("Otto Halm", Passphrase)).Codes;
        page.Clock.Forward(TimeSpan.FromSeconds(2));
        using var browser = page.NewBrowser();

        var first = await RecoverAsync(browser, "Otto Halm", codes[3].ToLowerInvariant().Replace('-', ' '),
            NewPassphrase);
        var second = await RecoverAsync(page.NewBrowser(), "Otto Halm", codes[3], "a third walk by the river");

        Assert.Equal(HttpStatusCode.SeeOther, first.Status);
        Assert.Contains("9 codes left", (await browser.GetAsync("/account")).Body);
        Assert.False(await lost.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.BadRequest, second.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SignInAsync("Otto Halm", NewPassphrase)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync("Otto Halm", Passphrase)).Status);
    }

    [Fact]
    public async Task Of_many_who_use_one_code_at_once_one_succeeds()
    {
        await using var page = await AccountsPage.StartAsync();
        using var owner = page.NewBrowser();
        var code = (await owner.SignUpAsync("Otto Halm", Passphrase)).Codes[0];

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i =>
            RecoverAsync(page.NewBrowser(), "Otto Halm", code, $"walk number {i} by the river")));

        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_wrong_code_and_an_unknown_name_are_answered_alike()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        await browser.SignUpAsync("Otto Halm", Passphrase);

        for (var i = 0; i < Waiting.FreeTriesAtName + 1; i++)
        {
            var known = await RecoverAsync(page.NewBrowser(), "Otto Halm", "0000-0000-0000-0000", NewPassphrase);
            var unknown = await RecoverAsync(page.NewBrowser(), "Ada Holm", "0000-0000-0000-0000", NewPassphrase);
            Assert.Equal(known.Status, unknown.Status);
            Assert.Equal(known.Words.Replace("Otto Halm", "", StringComparison.Ordinal),
                unknown.Words.Replace("Ada Holm", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_lock_out_of_the_passphrase_leaves_the_code_usable()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        var codes = (await browser.SignUpAsync("Otto Halm", Passphrase)).Codes;
        for (var i = 0; i <= Waiting.FreeTriesAtName; i++)
            await browser.SignInAsync("Otto Halm", "not the right one");

        Assert.Equal(HttpStatusCode.SeeOther, (await RecoverAsync(page.NewBrowser(), "Otto Halm", codes[0],
            NewPassphrase)).Status);
    }

    [Fact]
    public async Task New_codes_ask_for_the_passphrase_and_void_the_old_ones()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        var old = (await browser.SignUpAsync("Otto Halm", Passphrase)).Codes;

        var refused = await browser.PostAsync("/account", "/account/recovery-codes", ("passphrase",
            "not the right one"));
        var renewed = await browser.PostAsync("/account", "/account/recovery-codes", ("passphrase", Passphrase));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Empty(refused.Codes);
        Assert.Equal(10, renewed.Codes.Except(old).Count());
        Assert.Equal(HttpStatusCode.BadRequest, (await RecoverAsync(page.NewBrowser(), "Otto Halm", old[0],
            NewPassphrase)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await RecoverAsync(page.NewBrowser(), "Otto Halm", renewed.Codes[0],
            NewPassphrase)).Status);
    }

    [Fact]
    public async Task A_way_in_makes_an_editor_once()
    {
        await using var page = await AccountsPage.StartAsync();
        var path = await page.NameFirstEditorAsync("Otto Halm");
        using var editor = page.NewBrowser();
        Assert.Contains("Otto Halm", (await editor.GetAsync(path)).Body);

        var first = await editor.PostAsync(path, path, ("passphrase", Passphrase));
        var again = await page.NewBrowser().PostAsync("/account/sign-in", path, ("passphrase", NewPassphrase));

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(10, first.Codes.Length);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/publisher/people")).Status);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
    }

    [Fact]
    public async Task Of_many_who_use_one_way_in_at_once_one_succeeds()
    {
        await using var page = await AccountsPage.StartAsync();
        var path = await page.NameFirstEditorAsync("Otto Halm");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            page.NewBrowser().PostAsync("/account/sign-in", path, ("passphrase", $"walk number {i} by the river"))));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(a => a.Status == HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task An_expired_a_used_a_replaced_and_an_unknown_way_in_are_answered_alike()
    {
        await using var page = await AccountsPage.StartAsync();
        var replaced = await page.NameFirstEditorAsync("Otto Halm");
        var used = await page.NameFirstEditorAsync("Otto Halm");
        await page.NewBrowser().PostAsync(used, used, ("passphrase", Passphrase));
        var expired = await page.NameFirstEditorAsync("Otto Halm");
        page.Clock.Forward(FirstEditor.GoodFor);
        using var browser = page.NewBrowser();

        var answers = new List<Answer>();
        foreach (var path in new[] { replaced, used, expired, "/way-in/UNKNOWN", "/way-in/" + new string('A', 500) })
            answers.Add(await browser.GetAsync(path));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.NotFound, a.Status));
        Assert.Single(answers.Select(a => a.Words.Split("<main")[1].Split("</main")[0]).Distinct());
    }

    [Fact]
    public async Task A_way_in_lives_until_its_half_hour_ends()
    {
        await using var page = await AccountsPage.StartAsync();
        var path = await page.NameFirstEditorAsync("Otto Halm");
        page.Clock.Forward(FirstEditor.GoodFor - TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.OK, (await page.NewBrowser().GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_name_that_cannot_be_one_has_no_way_in()
    {
        await using var page = await AccountsPage.StartAsync();

        Assert.IsType<EditorNaming.NotAName>(await page.TryNameFirstEditorAsync("x"));
    }

    [Fact]
    public async Task The_name_of_a_closed_account_makes_no_editor()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        await browser.SignUpAsync("Otto Halm", Passphrase);
        await browser.PostAsync("/account", "/account/close", ("passphrase", Passphrase));

        Assert.IsType<EditorNaming.Retired>(await page.TryNameFirstEditorAsync("Otto Halm"));
        Assert.IsType<EditorNaming.Retired>(await page.TryNameFirstEditorAsync("OTT0 HALM"));
        Assert.IsType<EditorNaming.Named>(await page.TryNameFirstEditorAsync("Ada Holm"));
    }

    private static Task<Answer> RecoverAsync(Browser browser, string name, string code, string passphrase) =>
        browser.PostAsync("/account/recovery", "/account/recovery", ("name", name), ("code", code), ("passphrase",
            passphrase));
}
