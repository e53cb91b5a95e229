using System.Collections.Immutable;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Threads.Screens;

/// <summary>One page of a thread, below one edition of its item.</summary>
/// <param name="Names">Display names of those who wrote on this page.</param>
/// <param name="RemovedFor">The reason for each comment that a moderator removed.</param>
/// <param name="Paths">The numbers of the comments that are quoted or answered on this page.</param>
public sealed record ThreadModel(Item Item, Edition Edition, ThreadPage Page,
    IReadOnlyDictionary<AccountId, string> Names, IReadOnlyDictionary<CommentId, string> RemovedFor,
    IReadOnlyDictionary<CommentId, string> Paths)
{
    public ImmutableArray<CommentNode> Tree => CommentNode.Tree(Page.Comments);

    /// <summary>Only what is published can be answered.</summary>
    public bool IsOpen => Item.State == ItemState.Published;
}
