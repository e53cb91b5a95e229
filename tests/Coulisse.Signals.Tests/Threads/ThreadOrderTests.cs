using System.Collections.Immutable;
using Coulisse.Signals.Threads;
using NodaTime;
using static Coulisse.Signals.Tests.Threads.PageFile;

namespace Coulisse.Signals.Tests.Threads;

public sealed class ThreadOrderTests : IDisposable
{
    private readonly PageFile _page = new();

    [Fact]
    public void An_empty_thread_has_one_empty_page()
    {
        var page = _page.Threads.Page(_page.Item, 9);
        Assert.Equal((0, 1, 1), (page.Count, page.Page, page.Pages));
        Assert.Empty(page.Comments);
        Assert.Null(_page.Threads.PageOf(_page.Item, new(1)));
    }

    [Fact]
    public void A_page_that_begins_below_others_names_what_it_stands_below()
    {
        Import(Enumerable.Range(1, 3).Select(i => Imported($"top {i}", [.. Enumerable.Range(1, 40).Select(j => Imported($"answer {j}"))])));
        var second = _page.Threads.Page(_page.Item, 2);
        Assert.Equal((123, 2, 3), (second.Count, second.Page, second.Pages));
        Assert.Equal(["2"], second.Above.Select(placed => placed.Path));
        Assert.Equal("2.9", second.Comments[0].Path);
        Assert.Equal(50, second.Comments.Length);
        Assert.Equal(23, _page.Threads.Page(_page.Item, 3).Comments.Length);
        Assert.Equal(2, _page.Threads.PageOf(_page.Item, second.Comments[0].Comment.Id));
        Assert.Equal(3, _page.Threads.Page(_page.Item, 99).Page);
    }

    [Fact]
    public void An_import_keeps_names_scores_dates_nesting_and_unknown_dates()
    {
        var at = Instant.FromUtc(2022, 11, 7, 12, 30);
        Import([
            Imported("first") with { Author = "Reader of Sorvane", Score = -2, WrittenAt = at },
            Imported("second", [Imported("nested") with { Score = 3 }]),
        ]);
        var all = _page.Threads.Whole(_page.Item);
        Assert.Equal([("1", -2L, at), ("2", 0L, null), ("2.1", 3L, (Instant?)null)],
            all.Select(placed => (placed.Path, placed.Comment.Score, placed.Comment.WrittenAt)));
        Assert.Equal("Reader of Sorvane", all[0].Comment.ImportedAuthor);
        Assert.All(all, placed => Assert.True(placed.Comment is { IsImported: true, Author: null }));
    }

    [Fact]
    public void Imported_comments_are_voted_on_and_answered_and_edited_by_nobody()
    {
        Import([Imported("first") with { Score = 5 }]);
        var id = _page.Threads.Whole(_page.Item)[0].Comment.Id;
        Assert.Equal(VoteAnswer.Counted, _page.Vote(Ada, id, Vote.For));
        Assert.Equal(6, _page.Threads.Find(id)!.Comment.Score);
        Assert.Equal("1.1", _page.Threads.Find(_page.Posted(Ada, "An answer.", id))!.Path);
        Assert.Equal(new Posting.Refused(CommentRefusal.NotYours), _page.Edit(Ada, id, "Rewritten."));
        Assert.Equal(CommentRefusal.NotYours, _page.Withdraw(Ada, id));
    }

    [Fact]
    public void An_import_deeper_than_the_last_level_stands_beside_and_says_what_it_answers()
    {
        var chain = Imported("deepest");
        for (var i = 0; i < Placement.DepthMax + 2; i++)
            chain = Imported("above", [chain]);
        Import([chain]);
        var all = _page.Threads.Whole(_page.Item);
        Assert.Equal(Placement.DepthMax + 3, all.Length);
        Assert.Equal(Placement.DepthMax, all.Max(placed => placed.Depth));
        Assert.Equal([all[^4].Comment.Id, all[^3].Comment.Id, all[^2].Comment.Id],
            all.TakeLast(3).Select(placed => placed.Comment.Answering!.Value));
    }

    [Fact]
    public void The_newest_are_those_placed_last_and_shown()
    {
        var first = _page.Posted(Ada, "one");
        var second = _page.Posted(Ada, "two", first);
        var third = _page.Posted(Ada, "three");
        _page.Withdraw(Ada, second);
        Assert.Equal([third, first], _page.Threads.Newest(_page.Item, 5).Select(placed => placed.Comment.Id));
    }

    [Fact]
    public void A_hundred_thousand_comments_are_paged_from_a_small_index()
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        Import(Enumerable.Range(1, 1_000).Select(i => Imported($"top {i}", [.. Enumerable.Range(1, 9).Select(j =>
            Imported($"answer {j}", [.. Enumerable.Range(1, 10).Select(k => Imported($"below {k}"))]))])));
        var imported = time.GetElapsedTime(start);

        start = time.GetTimestamp();
        var last = _page.Threads.Page(_page.Item, 2_000);
        var built = time.GetElapsedTime(start);

        start = time.GetTimestamp();
        for (var page = 1; page <= 2_000; page += 20)
            Assert.Equal(50, _page.Threads.Page(_page.Item, page).Comments.Length);
        var paged = time.GetElapsedTime(start) / 100;

        start = time.GetTimestamp();
        var answer = _page.Posted(Ada, "In the middle.", last.Comments[0].Comment.Id);
        var page2000 = _page.Threads.PageOf(_page.Item, answer);
        var answered = time.GetElapsedTime(start);

        Assert.Equal((100_001, 2_000), (_page.Threads.Count(_page.Item), page2000));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"100,000 comments: import {imported.TotalMilliseconds:F0} ms, index and first page {built.TotalMilliseconds:F0} ms, "
            + $"a page {paged.TotalMilliseconds:F2} ms, an answer and the index after it {answered.TotalMilliseconds:F0} ms");
    }

    public void Dispose() => _page.Dispose();

    private void Import(IEnumerable<ImportedComment> comments)
    {
        _page.Write(connection => ThreadImport.Into(connection, _page.Item, comments));
        _page.Changes.Announce(_page.Item);
    }

    private static ImportedComment Imported(string words, ImmutableArray<ImportedComment> answers = default) => new(
        Author: null, Score: 0, WrittenAt: null, "en", CommentText.Imported([new CommentBlock.Paragraph(words)]),
        answers.IsDefault ? [] : answers);
}
