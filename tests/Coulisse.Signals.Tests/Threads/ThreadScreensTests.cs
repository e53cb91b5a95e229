using System.Net;
using static Coulisse.Signals.Tests.Threads.ThreadSite;

namespace Coulisse.Signals.Tests.Threads;

/// <summary>What people see and do, through HTTP, without scripts.</summary>
public sealed class ThreadScreensTests
{
    [Fact]
    public async Task A_guest_reads_the_thread_and_is_told_to_sign_in_to_write()
    {
        await using var site = await StartAsync();
        using var ada = site.Browser("ada");
        using var guest = site.Browser(null);
        await Write(ada, "Who tested it?");
        var page = await guest.ReadAsync(ItemAddress);
        Assert.Contains("You must sign in to write a comment.", page, StringComparison.Ordinal);
        Assert.Contains("Who tested it?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("1 comment").Length - 1); // beside the title and over the thread
        using var form = await guest.Client.GetAsync("/thread/1/write", TestContext.Current.CancellationToken);
        Assert.StartsWith("/account/sign-in?returnUrl=%2Fthread", form.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_quotes_the_comment_and_links_to_its_place()
    {
        await using var site = await StartAsync();
        using var ada = site.Browser("ada");
        using var ben = site.Browser("ben");
        await Write(ada, "Who tested it?");
        var form = await ben.ReadAsync("/thread/1/write?answer=1&quote=c:1&reading=en");
        Assert.Contains("&gt; Who tested it?", form, StringComparison.Ordinal);
        var sent = await ben.SendAsync(form, "/thread/1/write", ("text", "> Who tested it?\n\nThe duty officer."), ("language", "en"));
        Assert.Equal((HttpStatusCode.SeeOther, "/comment/2"), (sent.Status, sent.To));
        var page = await ben.ReadAsync(ItemAddress);
        Assert.Contains("""<footer lang="en" dir="ltr"><a href="/comment/1">From comment 1</a></footer>""", page, StringComparison.Ordinal);
        Assert.Contains("1.<b>1</b>", page, StringComparison.Ordinal);
        using var lead = await ben.Client.GetAsync("/comment/2", TestContext.Current.CancellationToken);
        Assert.Equal(ItemAddress + "#c-2", lead.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task What_the_answered_comment_quotes_can_be_quoted_too_and_stays_at_its_own_place()
    {
        await using var site = await StartAsync();
        using var ada = site.Browser("ada");
        using var ben = site.Browser("ben");
        await Write(ada, "Who tested it?");
        await ben.SendAsync(await ben.ReadAsync("/thread/1/write?answer=1&reading=en"), "/thread/1/write",
            ("text", "> Who tested it?\n\nThe duty officer."), ("language", "en"));
        var again = await ada.SendAsync(await ada.ReadAsync("/thread/1/write?answer=2&reading=en"), "/thread/1/write",
            ("text", "> tested it\n\nWhich one?"), ("language", "en"));
        Assert.Equal((HttpStatusCode.SeeOther, "/comment/3"), (again.Status, again.To));
        var page = await ben.ReadAsync(ItemAddress);
        Assert.Equal(2, page.Split("""<a href="/comment/1">From comment 1</a>""").Length - 1);
    }

    [Fact]
    public async Task A_passage_is_quoted_from_its_paragraph()
    {
        await using var site = await StartAsync();
        using var ada = site.Browser("ada");
        Assert.Contains("/thread/1/write?reading=en&amp;quote=p:en:1:2", await ada.ReadAsync(ItemAddress), StringComparison.Ordinal);
        var form = await ada.ReadAsync("/thread/1/write?reading=en&quote=p:en:1:2");
        var sent = await ada.SendAsync(form, "/thread/1/write", ("text", "> Nobody answered.\n\nAt first."), ("language", "en"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Contains("""<a href="#p2">From the text (English), paragraph 2</a>""", await ada.ReadAsync(ItemAddress), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_stand_nowhere_are_refused_and_what_was_typed_is_shown_again()
    {
        await using var site = await StartAsync();
        using var ada = site.Browser("ada");
        var sent = await ada.SendAsync(await ada.ReadAsync(ItemAddress), "/thread/1/write",
            ("text", "> Everybody answered.\n\nGood."), ("language", "en"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("“Everybody answered.”", sent.Body, StringComparison.Ordinal);
        Assert.Contains("&gt; Everybody answered.", sent.Body, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_posts_once()
    {
        await using var site = await StartAsync();
        using var ada = site.Browser("ada");
        var page = await ada.ReadAsync(ItemAddress);
        var first = await ada.SendAsync(page, "/thread/1/write", ("text", "Once."), ("language", "en"));
        var second = await ada.SendAsync(page, "/thread/1/write", ("text", "Once."), ("language", "en"));
        Assert.Equal((HttpStatusCode.SeeOther, "/comment/1"), (second.Status, second.To));
        Assert.Equal(first.To, second.To);
        Assert.Contains(">1 comment</h2>", await ada.ReadAsync(ItemAddress), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mark_up_in_a_comment_is_shown_as_text_and_links_carry_no_weight()
    {
        await using var site = await StartAsync();
        using var ada = site.Browser("ada");
        await Write(ada, "<script>alert(1)</script> https://sorvane.example/x?a=1&b=2");
        var page = await ada.ReadAsync(ItemAddress);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("rel=\"nofollow ugc noopener noreferrer\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_is_cast_pressed_and_taken_back()
    {
        await using var site = await StartAsync();
        using var ada = site.Browser("ada");
        using var ben = site.Browser("ben");
        await Write(ada, "Vote.");
        Assert.DoesNotContain("action=\"/comment/1/vote\"", await ada.ReadAsync(ItemAddress), StringComparison.Ordinal);
        var page = await ben.ReadAsync(ItemAddress);
        Assert.Contains("formaction=\"/comment/1/vote\" name=\"vote\" value=\"1\"", page, StringComparison.Ordinal);
        var voted = await ben.PressAsync(page, "votes", "/comment/1/vote", ("vote", "1"));
        Assert.EndsWith("#c-1", voted.To, StringComparison.Ordinal);
        await ben.PressAsync(page, "votes", "/comment/1/vote", ("vote", "1")); // a repeated request changes nothing
        var after = await ben.ReadAsync(ItemAddress);
        Assert.Contains("+1</span>", WebUtility.HtmlDecode(after), StringComparison.Ordinal);
        Assert.Contains("name=\"vote\" value=\"0\" aria-pressed=\"true\"", after, StringComparison.Ordinal);
        await ben.PressAsync(after, "votes", "/comment/1/vote", ("vote", "0"));
        Assert.Contains("name=\"vote\" value=\"1\" aria-pressed=\"false\"", await ben.ReadAsync(ItemAddress), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        await using var site = await StartAsync();
        using var moderator = site.Browser("moderator");
        await Write(moderator, "Here.");
        foreach (var action in (string[])["/thread/1/write", "/comment/1/vote", "/comment/1/edit", "/comment/1/withdraw",
            "/comment/1/report", "/decision/1/appeal", "/publisher/moderation/1"])
        {
            var sent = await moderator.PostAsync(action,
                new() { ["text"] = "x", ["vote"] = "1", ["reason"] = "x", ["act"] = "3" });
            Assert.True(sent.Status == HttpStatusCode.BadRequest, $"{action}: {sent.Status}");
            var page = await moderator.ReadAsync(ItemAddress);
            Assert.Contains(">1 comment</h2>", page, StringComparison.Ordinal);
            Assert.Contains("<p>Here.</p>", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_author_edits_and_withdraws_and_nobody_else_can()
    {
        await using var site = await StartAsync();
        using var ada = site.Browser("ada");
        using var ben = site.Browser("ben");
        await Write(ada, "First words.");
        foreach (var act in (string[])["edit", "withdraw"])
        {
            using var refused = await ben.Client.GetAsync($"/comment/1/{act}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
        await ada.SendAsync(await ada.ReadAsync("/comment/1/edit"), "/comment/1/edit", ("text", "Second words."));
        var edited = await ben.ReadAsync(ItemAddress);
        Assert.Contains("Second words.", edited, StringComparison.Ordinal);
        Assert.Contains(">Edited ", edited, StringComparison.Ordinal);
        Assert.Contains("First words.", await ben.ReadAsync("/comment/1/earlier"), StringComparison.Ordinal);

        await ada.SendAsync(await ada.ReadAsync("/comment/1/withdraw"), "/comment/1/withdraw");
        var withdrawn = await ben.ReadAsync(ItemAddress);
        Assert.Contains("Withdrawn by its author", withdrawn, StringComparison.Ordinal);
        Assert.Contains(">1 comment</h2>", withdrawn, StringComparison.Ordinal);
        Assert.DoesNotContain("Second words.", withdrawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_comment_is_released_and_a_removed_one_appealed_in_the_open()
    {
        await using var site = await StartAsync();
        using var ada = site.Browser("ada");
        using var one = site.Browser("moderator one");
        using var other = site.Browser("moderator two");
        Assert.Equal("/comment/1/own", (await Write(ada, "A swindler.")).To);
        Assert.Contains("Your comment will appear once a moderator has read it.", await ada.ReadAsync("/comment/1/own"), StringComparison.Ordinal);
        Assert.DoesNotContain("A swindler.", await one.ReadAsync(ItemAddress), StringComparison.Ordinal);

        var cases = await one.ReadAsync("/publisher/moderation");
        Assert.Contains("Listed words", cases, StringComparison.Ordinal);
        var refused = await one.SendAsync(cases, "/publisher/moderation/1", ("act", "1"), ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        await one.SendAsync(cases, "/publisher/moderation/1", ("act", "1"), ("reason", "A quotation of the minister."));
        Assert.Contains("A swindler.", await ada.ReadAsync(ItemAddress), StringComparison.Ordinal);

        await one.SendAsync(await one.ReadAsync("/publisher/moderation/1"), "/publisher/moderation/1", ("act", "3"), ("reason", "It was none."));
        Assert.Contains("Removed by a moderator. Reason: It was none.", await ada.ReadAsync(ItemAddress), StringComparison.Ordinal);
        await ada.SendAsync(await ada.ReadAsync("/comment/1/own"), "/decision/2/appeal", ("reason", "It was; see page 2."));
        var appealed = await one.ReadAsync("/publisher/moderation");
        Assert.Contains("It was; see page 2.", appealed, StringComparison.Ordinal);
        var own = await one.SendAsync(appealed, "/publisher/moderation/1", ("act", "6"), ("reason", "I stay with it."));
        Assert.Contains("Another moderator answers an appeal", own.Body, StringComparison.Ordinal);
        await other.SendAsync(await other.ReadAsync("/publisher/moderation"), "/publisher/moderation/1", ("act", "6"), ("reason", "It stands there."));
        Assert.Contains("A swindler.", await ada.ReadAsync(ItemAddress), StringComparison.Ordinal);

        using var guest = site.Browser(null);
        var log = await guest.ReadAsync("/en/moderation");
        Assert.Contains("A quotation of the minister.", log, StringComparison.Ordinal);
        Assert.Contains("It stands there.", log, StringComparison.Ordinal);
        Assert.DoesNotContain("moderator one", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_moderators_see_what_waits_and_the_suspended_write_nothing()
    {
        await using var site = await StartAsync();
        using var ada = site.Browser("ada");
        using var suspended = site.Browser("suspended");
        using var cases = await ada.Client.GetAsync("/publisher/moderation", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, cases.StatusCode);
        using var form = await suspended.Client.GetAsync("/thread/1/write", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, form.StatusCode);
        Assert.DoesNotContain("action=\"/thread/1/write\"", await suspended.ReadAsync(ItemAddress), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ru")]
    [InlineData("ar")]
    public async Task Every_screen_is_drawn_in_every_language(string language)
    {
        await using var site = await StartAsync();
        using var ada = site.Browser("ada");
        await Write(ada, "Words.");
        await ada.SendAsync(await ada.ReadAsync("/comment/1/edit"), "/comment/1/edit", ("text", "Other words."));
        await Write(ada, "A swindler.");
        using var moderator = site.Browser("moderator one");
        moderator.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        ada.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var direction = language == "ar" ? "rtl" : "ltr";
        foreach (var address in (string[])["/thread/1/write?answer=1&quote=c:1", "/comment/1/edit", "/comment/1/withdraw",
            "/comment/1/earlier", "/comment/2/own", "/thread/1/own"])
            Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\"", await ada.ReadAsync(address), StringComparison.Ordinal);
        foreach (var address in (string[])["/comment/1/report", "/publisher/moderation", "/publisher/moderation/1", $"/{language}/moderation"])
            Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\"", await moderator.ReadAsync(address), StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string? To, string Body)> Write(ThreadBrowser browser, string words)
    {
        var sent = await browser.SendAsync(await browser.ReadAsync("/thread/1/write?reading=en"), "/thread/1/write",
            ("text", words), ("language", "en"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        return sent;
    }
}
