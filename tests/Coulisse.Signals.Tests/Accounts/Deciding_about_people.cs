using System.Net;
using System.Text.RegularExpressions;
using Coulisse.Signals.Storage;

namespace Coulisse.Signals.Tests.Accounts;

public sealed class Deciding_about_people
{
    private const string Passphrase = Signing_in_and_up.Passphrase;

    [Fact]
    public async Task A_reader_sees_no_publishers_screen_and_cannot_name_anybody()
    {
        await using var page = await AccountsPage.StartAsync();
        using var reader = page.NewBrowser();
        await reader.SignUpAsync("Otto Halm", Passphrase);

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/publisher/people")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync("/account", "/publisher/people/role",
            ("account", "x"), ("role", "Editor"))).Status);
    }

    [Fact]
    public async Task A_person_named_editor_is_one_at_their_next_request_and_none_after_being_named_reader()
    {
        await using var page = await AccountsPage.StartAsync();
        using var editor = await EditorAsync(page);
        using var person = page.NewBrowser();
        await person.SignUpAsync("Ada Holm", Passphrase);
        var id = await IdOfAsync(editor, "Ada Holm");
        page.Clock.Forward(TimeSpan.FromSeconds(2));

        await editor.PostAsync("/publisher/people", "/publisher/people/role", ("account", id), ("role", "Editor"));
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/publisher/people")).Status);

        page.Clock.Forward(TimeSpan.FromSeconds(2));
        await editor.PostAsync("/publisher/people", "/publisher/people/role", ("account", id), ("role", "Reader"));
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/publisher/people")).Status);
    }

    [Fact]
    public async Task Nobody_changes_their_own_role_and_no_role_is_invented()
    {
        await using var page = await AccountsPage.StartAsync();
        using var editor = await EditorAsync(page);
        using var person = page.NewBrowser();
        await person.SignUpAsync("Ada Holm", Passphrase);
        var own = page.Database.Read(file => file.First("SELECT id FROM account WHERE role = 3", row =>
            row.GetString(0)))!;
        var id = await IdOfAsync(editor, "Ada Holm");

        var self = await editor.PostAsync("/publisher/people", "/publisher/people/role", ("account", own), ("role",
            "Reader"));
        var invented = await editor.PostAsync("/publisher/people", "/publisher/people/role", ("account", id), ("role",
            "7"));

        Assert.Equal(HttpStatusCode.BadRequest, self.Status);
        Assert.Equal(HttpStatusCode.BadRequest, invented.Status);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/publisher/people")).Status);
    }

    [Fact]
    public async Task A_suspended_person_reads_the_reason_appeals_once_and_the_editor_reads_the_appeal()
    {
        await using var page = await AccountsPage.StartAsync();
        using var editor = await EditorAsync(page);
        using var person = page.NewBrowser();
        await person.SignUpAsync("Ada Holm", Passphrase);
        var id = await IdOfAsync(editor, "Ada Holm");
        var reasonless = await editor.PostAsync("/publisher/people", "/publisher/people/suspend", ("account", id),
            ("reason", " "));
        Assert.Equal(HttpStatusCode.BadRequest, reasonless.Status);

        await editor.PostAsync("/publisher/people", "/publisher/people/suspend", ("account", id), ("reason",
            "Sold <b>ferries</b>."));

        Assert.Contains("Sold &lt;b&gt;ferries&lt;/b&gt;.", (await person.GetAsync("/account")).Body);
        await person.PostAsync("/account", "/account/appeal", ("appeal", "I own no ferry."));
        await person.PostAsync("/account", "/account/appeal", ("appeal", "A second appeal."));
        var list = (await editor.GetAsync("/publisher/people")).Body;
        Assert.Contains("I own no ferry.", list);
        Assert.DoesNotContain("A second appeal.", list);

        await editor.PostAsync("/publisher/people", "/publisher/people/reopen", ("account", id), ("reason",
            "Rightly answered."));
        Assert.DoesNotContain("ferries", (await person.GetAsync("/account")).Body);
    }

    [Fact]
    public async Task Closing_asks_for_the_passphrase_ends_every_session_and_keeps_the_name_from_others()
    {
        await using var page = await AccountsPage.StartAsync();
        using var here = page.NewBrowser();
        using var there = page.NewBrowser();
        var codes = (await here.SignUpAsync("Otto Halm", Passphrase)).Codes;
        await there.SignInAsync("Otto Halm", Passphrase);
        page.Clock.Forward(TimeSpan.FromSeconds(2));

        var refused = await here.PostAsync("/account", "/account/close", ("passphrase", "not the right one"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var closed = await here.PostAsync("/account", "/account/close", ("passphrase", Passphrase));

        Assert.Equal(HttpStatusCode.OK, closed.Status);
        Assert.False(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await here.SignInAsync("Otto Halm", Passphrase)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await here.PostAsync("/account/recovery", "/account/recovery",
            ("name", "Otto Halm"), ("code", codes[0]), ("passphrase", Passphrase))).Status);
        Assert.Contains("This name cannot be used here.", (await page.NewBrowser().SignUpAsync("otto halm",
            Passphrase)).Body);
    }

    private static async Task<Browser> EditorAsync(AccountsPage page)
    {
        var path = await page.NameFirstEditorAsync("Otto Halm");
        var editor = page.NewBrowser();
        await editor.PostAsync(path, path, ("passphrase", Passphrase));
        return editor;
    }

    private static async Task<string> IdOfAsync(Browser editor, string name) => Regex.Match(
        (await editor.GetAsync($"/publisher/people?name={Uri.EscapeDataString(name)}")).Body,
            "name=\"account\" value=\"([0-9a-f]+)\"").Groups[1].Value;
}
