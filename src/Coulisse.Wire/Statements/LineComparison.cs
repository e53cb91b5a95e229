using System.Collections.Immutable;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Statements;

/// <summary>
/// Which lines were put in, taken out, repeated, moved or changed, when more than one byte differs. Lines that occur
/// once on both sides and in the same order hold the two texts together (patience comparison); only what is left
/// between them is explained.
/// </summary>
internal sealed class LineComparison
{
    private const int DepthMax = 8;

    private readonly ImmutableArray<Opaque> found;
    private readonly ImmutableArray<Opaque> signed;
    private readonly List<Gap> gaps = [];

    private LineComparison(ImmutableArray<Opaque> found, ImmutableArray<Opaque> signed)
    {
        this.found = found;
        this.signed = signed;
    }

    /// <summary>The stretches, by line indexes from 0, where the two do not agree, in order.</summary>
    internal static List<Gap> GapsOf(ImmutableArray<Opaque> found, ImmutableArray<Opaque> signed)
    {
        var comparison = new LineComparison(found, signed);
        comparison.Compare(0, found.Length, 0, signed.Length, 0);
        return comparison.gaps;
    }

    /// <summary>What a line is compared by: the hash of its one piece, or of its pieces' hashes.</summary>
    internal static Opaque KeyOf(ReadOnlySpan<Piece> pieces)
    {
        if (pieces.Length == 1)
            return pieces[0].Hash;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in pieces)
            hash.AppendData(piece.Hash.Span);
        return Opaque.CopyOf(hash.GetHashAndReset());
    }

    private void Compare(int foundFrom, int foundTo, int signedFrom, int signedTo, int depth)
    {
        while (foundFrom < foundTo && signedFrom < signedTo && found[foundFrom] == signed[signedFrom])
            (foundFrom, signedFrom) = (foundFrom + 1, signedFrom + 1);
        while (foundFrom < foundTo && signedFrom < signedTo && found[foundTo - 1] == signed[signedTo - 1])
            (foundTo, signedTo) = (foundTo - 1, signedTo - 1);
        if (foundFrom == foundTo && signedFrom == signedTo)
            return;
        var anchors = depth == DepthMax ? [] : Anchors(foundFrom, foundTo, signedFrom, signedTo);
        if (anchors.Count == 0)
        {
            gaps.Add(new(foundFrom, foundTo, signedFrom, signedTo));
            return;
        }
        foreach (var (foundAt, signedAt) in anchors)
        {
            Compare(foundFrom, foundAt, signedFrom, signedAt, depth + 1);
            (foundFrom, signedFrom) = (foundAt + 1, signedAt + 1);
        }
        Compare(foundFrom, foundTo, signedFrom, signedTo, depth + 1);
    }

    private List<(int Found, int Signed)> Anchors(int foundFrom, int foundTo, int signedFrom, int signedTo)
    {
        var once = Once(signed, signedFrom, signedTo);
        var pairs = new List<(int Found, int Signed)>();
        foreach (var (key, at) in Once(found, foundFrom, foundTo))
        {
            if (at >= 0 && once.TryGetValue(key, out var signedAt) && signedAt >= 0)
                pairs.Add((at, signedAt));
        }
        pairs.Sort();
        return LongestRising(pairs);
    }

    // The index of each line that occurs once in the range, -1 of one that occurs more often.
    private static Dictionary<Opaque, int> Once(ImmutableArray<Opaque> lines, int from, int to)
    {
        var once = new Dictionary<Opaque, int>();
        for (var at = from; at < to; at++)
            once[lines[at]] = once.ContainsKey(lines[at]) ? -1 : at;
        return once;
    }

    // The longest subsequence whose signed indexes rise, by piles (patience sorting).
    private static List<(int Found, int Signed)> LongestRising(List<(int Found, int Signed)> pairs)
    {
        var piles = new List<int>();
        var before = new int[pairs.Count];
        for (var at = 0; at < pairs.Count; at++)
        {
            var (low, high) = (0, piles.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[piles[middle]].Signed < pairs[at].Signed ? (middle + 1, high) : (low, middle);
            }
            before[at] = low == 0 ? -1 : piles[low - 1];
            if (low == piles.Count)
                piles.Add(at);
            else
                piles[low] = at;
        }
        var rising = new List<(int Found, int Signed)>();
        for (var at = piles.Count == 0 ? -1 : piles[^1]; at >= 0; at = before[at])
            rising.Add(pairs[at]);
        rising.Reverse();
        return rising;
    }

    /// <summary>Line indexes from 0, the second of each pair not included.</summary>
    internal readonly record struct Gap(int FoundFrom, int FoundTo, int SignedFrom, int SignedTo)
    {
        internal IEnumerable<int> Found => Enumerable.Range(FoundFrom, FoundTo - FoundFrom);

        internal IEnumerable<int> Signed => Enumerable.Range(SignedFrom, SignedTo - SignedFrom);
    }
}
