namespace Coulisse.Signals.Threads;

/// <summary>A comment, by its number in this page's file; it stands in the comment's permanent address.</summary>
public readonly record struct CommentId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
