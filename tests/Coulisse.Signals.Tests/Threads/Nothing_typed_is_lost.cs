using System.Net;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Accounts;
using Coulisse.Signals.Tests.Hostile;
using Coulisse.Signals.Tests.Hostile.Typed;

namespace Coulisse.Signals.Tests.Threads;

public sealed class Nothing_typed_is_lost
{
    private const string Words = "Long thought, soon typed: <where> would they meet?";

    [Fact]
    public async Task After_a_lapsed_session_the_words_come_back_and_go_in_once_signed_in_again()
    {
        await using var page = await PeopledPage.StartAsync();
        var reader = page["reader"];
        var open = new ThreadWindow(reader, (await reader.GetAsync("/thread/1/write")).Body);
        await reader.PostAsync("/account", "/account/sign-out");

        var lapsed = await open.SendAsync(Words);
        Assert.Equal(HttpStatusCode.BadRequest, lapsed.Status);
        Assert.Equal(Words, ThreadWindow.WordsIn(lapsed.Body));
        Assert.Contains("/account/sign-in", lapsed.Body, StringComparison.Ordinal);

        await reader.SignInAsync(PeopledPage.NameOf("reader"), PeopledPage.Passphrase);
        var again = await new ThreadWindow(reader, lapsed.Body).SendAsync(ThreadWindow.WordsIn(lapsed.Body));
        Assert.Equal(Words, ThreadWindow.WordsIn(again.Body));
        Assert.DoesNotContain("would they meet", (await reader.GetAsync(PeopledPage.ItemAddress)).Body,
            StringComparison.Ordinal);
        var sent = await new ThreadWindow(reader, again.Body).SendAsync(ThreadWindow.WordsIn(again.Body));

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Contains("would they meet", (await reader.GetAsync(PeopledPage.ItemAddress)).Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overtaken_by_another_window_an_edit_shows_what_stands_now_and_can_replace_it()
    {
        await using var page = await PeopledPage.StartAsync();
        var editor = page["editor"];
        Task<Answer> EditAsync(string words, string version) =>
            editor.PostAsync("/comment/1/edit", "/comment/1/edit", ("text", words), ("version", version));
        await EditAsync("From the other window.", "1");

        var overtaken = await EditAsync(Words, "1");
        Assert.Equal(HttpStatusCode.Conflict, overtaken.Status);
        Assert.Equal(Words, ThreadWindow.WordsIn(overtaken.Body));
        Assert.Contains("From the other window.", overtaken.Body, StringComparison.Ordinal);

        var version = Sent.In(overtaken.Body, "version")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await EditAsync(Words, version)).Status);
    }

    [Fact]
    public async Task With_the_disk_full_the_words_come_back_and_reading_goes_on()
    {
        await using var page = await PeopledPage.StartAsync();
        var reader = page["reader"];
        var open = new ThreadWindow(reader, (await reader.GetAsync("/thread/1/write")).Body);
        var words = string.Join(' ', Enumerable.Repeat(Words, 90));
        SetPagesMax(page.Page.Database, 1); // SQLite makes that as many as there are: not one more

        var refused = await open.SendAsync(words);
        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.Status);
        Assert.Equal(words, ThreadWindow.WordsIn(refused.Body));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(PeopledPage.ItemAddress)).Status);

        SetPagesMax(page.Page.Database, int.MaxValue);
        Assert.Equal(HttpStatusCode.SeeOther, (await open.SendAsync(words)).Status);
    }

    [Fact]
    public async Task A_form_larger_than_the_page_takes_is_said_to_be_too_large()
    {
        await using var page = await PeopledPage.StartAsync();
        var answer = await page["reader"]
            .PostAsync("/thread/1/write", "/thread/1/write", ("text", new string('x', 300_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("shorten them", answer.Body, StringComparison.Ordinal);
    }

    /// <summary>On every connection that the page has open and not in use: the next write takes one of these.</summary>
    private static void SetPagesMax(Database database, int pages)
    {
        var connections = Enumerable.Range(0, 8).Select(_ => database.Connect()).ToList();
        foreach (var connection in connections)
            connection.Run($"PRAGMA max_page_count = {pages}");
        connections.ForEach(connection => connection.Dispose());
    }
}
