using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Moderation;

namespace Coulisse.Signals.Threads.Screens;

/// <summary>Gathers what stands on a page of a thread.</summary>
public sealed class ThreadModels(ThreadReader threads, ModerationLog log, ThreadAccounts accounts)
{
    public ThreadModel Load(Item item, Edition edition, int page)
    {
        var read = threads.Page(item.Id, page);
        var comments = read.Above.Concat(read.Comments).Select(placed => placed.Comment).ToList();
        return new(item, edition, read,
            Names: NamesOf(comments),
            RemovedFor: comments.Where(comment => comment.State == CommentState.Removed)
                .ToDictionary(comment => comment.Id, comment => ReasonFor(comment.Id)),
            Paths: threads.PathsOf(item.Id, comments.SelectMany(Mentioned)));
    }

    public IReadOnlyDictionary<AccountId, string> NamesOf(IEnumerable<Comment> comments) =>
        accounts.NamesOf([.. comments.Select(comment => comment.Author).OfType<AccountId>().Distinct()]);

    private string ReasonFor(CommentId comment) =>
        log.Of(comment).FirstOrDefault(entry => entry.Act == DecisionAct.Remove)?.Reason ?? "";

    private static IEnumerable<CommentId> Mentioned(Comment comment)
    {
        var quoted = comment.Text.Blocks.OfType<CommentBlock.Quotation>()
            .Select(block => block.Place).OfType<QuotedPlace.InComment>().Select(place => place.Comment);
        return comment.Answering is { } answered ? quoted.Append(answered) : quoted;
    }
}
