using System.Collections.Immutable;

namespace Coulisse.Signals.Threads.Screens;

/// <summary>A comment with those of its answers that stand on the same page.</summary>
public sealed record CommentNode(PlacedComment Placed, ImmutableArray<CommentNode> Answers)
{
    /// <summary>Builds the tree from comments in thread order; one whose parent stands on an earlier page is a root here.</summary>
    public static ImmutableArray<CommentNode> Tree(ImmutableArray<PlacedComment> comments)
    {
        var at = 0;
        var roots = ImmutableArray.CreateBuilder<CommentNode>();
        while (at < comments.Length)
            roots.Add(Take(comments, ref at));
        return roots.DrainToImmutable();
    }

    // Never deeper than a thread is.
    private static CommentNode Take(ImmutableArray<PlacedComment> comments, ref int at)
    {
        var self = comments[at++];
        var answers = ImmutableArray.CreateBuilder<CommentNode>();
        while (at < comments.Length && comments[at].Depth > self.Depth)
            answers.Add(Take(comments, ref at));
        return new(self, answers.DrainToImmutable());
    }
}
