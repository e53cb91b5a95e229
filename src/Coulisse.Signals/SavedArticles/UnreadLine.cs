using System.Diagnostics;

namespace Coulisse.Signals.SavedArticles;

/// <summary>A line, or the rest of one, that is not in the article.</summary>
/// <param name="Line">1 is the file's first line.</param>
/// <param name="Shown">The line's beginning, at most <see cref="SavedArticleLimits.ShownCharsMax"/> characters.</param>
public sealed record UnreadLine(int Line, string Shown, UnreadReason Reason)
{
    public string Sentence => Reason switch
    {
        UnreadReason.Stray => $"Line {Line} stands between the count and the first comment and is no sign-in notice.",
        UnreadReason.DateNotUnderstood => $"Line {Line} stands where the date belongs but gives no date and time.",
        UnreadReason.LineTooLong => $"Line {Line} is too long; what comes after its first part was left out.",
        UnreadReason.SecondCount => $"Line {Line} states the number of comments again.",
        _ => throw new UnreachableException(),
    };
}
