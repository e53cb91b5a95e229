namespace Coulisse.Signals.Text;

/// <summary>A line, and whether it is in both texts or in one alone.</summary>
public sealed record Difference(DifferenceKind Kind, string Line);

/// <summary>Where a line stands.</summary>
public enum DifferenceKind
{
    InBoth,
    OnlyBefore,
    OnlyAfter,
}
