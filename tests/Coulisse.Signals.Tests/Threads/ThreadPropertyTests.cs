using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Threads;
using CsCheck;
using static Coulisse.Signals.Tests.Threads.PageFile;

namespace Coulisse.Signals.Tests.Threads;

/// <summary>Whatever people and moderators do, in whatever order, some things stay true of a thread.</summary>
public sealed class ThreadPropertyTests : IDisposable
{
    private static readonly AccountId[] People = [Ada, Ben, Cleo];

    private static readonly Gen<Step> AnyStep =
        from what in Gen.Int[0, 11]
        from who in Gen.Int[0, 2]
        from which in Gen.Int[0, 40]
        from detail in Gen.Int[0, 8]
        select new Step(what, People[who], which, detail);

    private readonly PageFile _page = new();

    private sealed record Step(int What, AccountId Who, int Which, int Detail);

    private sealed record Placed(long Id, long Parent, int Number, long Placing, long Score);

    [Fact]
    public void Counts_numbers_scores_and_pages_agree_after_any_sequence_of_acts()
    {
        _page.Hold(new() { ReleasedBeforeMin = 0, AccountAgeMinutesMin = 0, RateMax = 0, Words = ["swindler"] });
        AnyStep.List[5, 120].Sample(steps =>
        {
            var item = _page.NewItem(state: 3);
            var votes = new Dictionary<(CommentId, AccountId), int>();
            foreach (var step in steps)
            {
                Take(step, item, votes);
                _page.Threads.Page(item, 1); // so that the kept index is extended, not only built
            }
            Check(item, votes);
        }, iter: 30, threads: 1);
    }

    public void Dispose() => _page.Dispose();

    private void Take(Step step, ItemId item, Dictionary<(CommentId, AccountId), int> votes)
    {
        var all = _page.Database.Read(connection => connection.All(
            "SELECT id FROM comment WHERE item = $item ORDER BY id", row => new CommentId(row.GetInt64(0)), ("item", item.Value)));
        var target = all.Count == 0 ? (CommentId?)null : all[step.Which % all.Count];
        if (step.What <= 4 || target is not { } comment)
        {
            var words = step.Detail == 0 ? "A swindler." : "Words.";
            _page.Send(_page.Draft(words, step.What <= 1 ? null : target) with { Item = item }, step.Who);
            return;
        }
        switch (step.What)
        {
            case 5 or 6 or 7:
                var vote = (Vote)(step.Detail % 3 - 1);
                if (_page.Vote(step.Who, comment, vote) == VoteAnswer.Counted)
                    votes[(comment, step.Who)] = (int)vote;
                break;
            case 8:
                _page.Edit(step.Who, comment, step.Detail % 2 == 0 ? "A swindler." : "Other words.");
                break;
            case 9 when step.Detail < 3:
                _page.Withdraw(step.Who, comment);
                break;
            case 10 when _page.Log.Of(comment) is [var last, ..]:
                _page.Appeal(step.Who, last.Id);
                break;
            default:
                _page.Decide(step.Who, comment, (DecisionAct)(step.Detail + 1));
                break;
        }
    }

    private void Check(ItemId item, Dictionary<(CommentId Comment, AccountId), int> votes)
    {
        var placed = _page.Database.Read(connection => connection.All("""
            SELECT id, ifnull(parent, 0), number, placing, score FROM comment WHERE item = $item AND place IS NOT NULL
            """, row => new Placed(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.GetInt64(3), row.GetInt64(4)),
            ("item", item.Value)));

        // The count is one figure, wherever it is read.
        var read = _page.ReadAllPages(item);
        Assert.Equal(placed.Count, _page.Threads.Count(item));
        Assert.Equal(placed.Count, read.Count);
        Assert.Equal(placed.Count, new ThreadReader(_page.Database, new()).Page(item, 1).Count);

        // Numbers are 1, 2, 3, … on each level, in the order in which places were given.
        Assert.All(placed.GroupBy(comment => comment.Parent), level =>
            Assert.Equal(Enumerable.Range(1, level.Count()), level.OrderBy(comment => comment.Placing).Select(comment => comment.Number)));

        // Pages read one after the other are the tree read from the top.
        Assert.Equal(FromTheTop(placed, parent: 0), read.Select(comment => comment.Comment.Id.Value));
        Assert.Equal(FromTheTop(placed, parent: 0),
            new ThreadReader(_page.Database, new()).Whole(item).Select(comment => comment.Comment.Id.Value));

        // Each score is the sum of the votes that were counted, one a person.
        Assert.All(placed, comment => Assert.Equal(
            votes.Where(vote => vote.Key.Comment.Value == comment.Id).Sum(vote => vote.Value), comment.Score));

        // What is erased, held or refused is erased, unnumbered, unnumbered.
        Assert.All(read, comment => Assert.True(comment.Comment.State is not (CommentState.Held or CommentState.Refused)));
        Assert.All(read.Where(comment => comment.Comment.State == CommentState.Withdrawn),
            comment => Assert.Empty(comment.Comment.Text.Blocks));
    }

    private static IEnumerable<long> FromTheTop(IReadOnlyCollection<Placed> placed, long parent) => placed
        .Where(comment => comment.Parent == parent).OrderBy(comment => comment.Number)
        .SelectMany(comment => FromTheTop(placed, comment.Id).Prepend(comment.Id));
}
