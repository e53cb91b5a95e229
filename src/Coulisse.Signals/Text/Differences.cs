using System.Collections.Immutable;

namespace Coulisse.Signals.Text;

/// <summary>What changed between two versions of a text, line by line: the longest common subsequence is what stayed.</summary>
public static class Differences
{
    /// <summary>Cells of the comparison table; beyond it the middle is shown as all taken out and all put in.</summary>
    public const int CellsMax = 4_000_000;

    /// <summary>Every line of both texts in reading order; what was taken out stands before what came in its place.</summary>
    public static ImmutableArray<Difference> Of(string before, string after) => OfLines(before.Split('\n'), after.Split('\n'));

    private static ImmutableArray<Difference> OfLines(ReadOnlySpan<string> before, ReadOnlySpan<string> after)
    {
        var same = before.CommonPrefixLength(after);
        var old = before[same..];
        var now = after[same..];
        var tail = 0;
        while (tail < old.Length && tail < now.Length && old[^(tail + 1)] == now[^(tail + 1)])
            tail++;
        var found = ImmutableArray.CreateBuilder<Difference>(before.Length + now.Length);
        Add(found, DifferenceKind.InBoth, before[..same]);
        AddMiddle(found, old[..^tail], now[..^tail]);
        Add(found, DifferenceKind.InBoth, before[^tail..]);
        return found.DrainToImmutable();
    }

    private static void AddMiddle(ImmutableArray<Difference>.Builder found, ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        if ((long)old.Length * now.Length > CellsMax)
        {
            Add(found, DifferenceKind.OnlyBefore, old);
            Add(found, DifferenceKind.OnlyAfter, now);
            return;
        }
        var common = CommonLengths(old, now);
        var (i, j) = (0, 0);
        while (i < old.Length && j < now.Length)
        {
            if (old[i] == now[j])
            {
                found.Add(new(DifferenceKind.InBoth, old[i++]));
                j++;
            }
            else if (common[i + 1, j] >= common[i, j + 1])
                found.Add(new(DifferenceKind.OnlyBefore, old[i++]));
            else
                found.Add(new(DifferenceKind.OnlyAfter, now[j++]));
        }
        Add(found, DifferenceKind.OnlyBefore, old[i..]);
        Add(found, DifferenceKind.OnlyAfter, now[j..]);
    }

    /// <summary>At [i, j]: how many lines the rests from i and from j have in common, in order.</summary>
    private static int[,] CommonLengths(ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        var lengths = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                lengths[i, j] = old[i] == now[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        return lengths;
    }

    private static void Add(ImmutableArray<Difference>.Builder found, DifferenceKind kind, ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
            found.Add(new(kind, line));
    }
}
