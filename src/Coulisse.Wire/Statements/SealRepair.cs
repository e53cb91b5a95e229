using System.Globalization;
using System.Text;

namespace Coulisse.Wire.Statements;

/// <summary>
/// Sets a damaged seal block right, as far as the checks of its lines and in the end its signature allow, in order
/// to name what was changed in it. The repaired block only serves to compare; the file stays altered.
/// </summary>
internal sealed class SealRepair
{
    private const int RegionsMax = 4;

    private readonly List<byte[]> lines = [];
    private readonly List<int> offsets = [];

    private SealRepair(ReadOnlySpan<byte> block)
    {
        for (var start = 0; start < block.Length; start += lines[^1].Length)
        {
            var end = block[start..].IndexOf((byte)'\n');
            offsets.Add(start);
            lines.Add((end < 0 ? block[start..] : block.Slice(start, end + 1)).ToArray());
        }
    }

    /// <summary>
    /// What came of it: the block if it could be set right, the single bytes changed, the offsets of lines otherwise
    /// damaged.
    /// </summary>
    internal sealed record Outcome(SealBlock? Block, IReadOnlyList<OneByteEdit> Edits, IReadOnlyList<int> DamagedLines);

    internal static Outcome Of(ReadOnlySpan<byte> block)
    {
        var repair = new SealRepair(block);
        var regions = repair.Regions();
        return regions.Count == 0 ? repair.PutInOrder() : repair.TryEdits(regions) ?? repair.Unrepaired(regions);
    }

    // Neighbouring lines whose checks do not fit: one changed byte can spoil two lines, or make two of one.
    private List<Range> Regions()
    {
        var regions = new List<Range>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (IsWhole(lines[at]))
                continue;
            var from = at;
            while (at + 1 < lines.Count && !IsWhole(lines[at + 1]))
                at++;
            regions.Add(from..(at + 1));
        }
        return regions;
    }

    private Outcome? TryEdits(List<Range> regions)
    {
        if (regions.Count > RegionsMax)
            return null;
        var chosen = new List<SealRegion.Candidate>();
        foreach (var region in regions)
        {
            byte[] bytes = [.. lines[region].SelectMany(line => line)];
            // With one region the signature says which candidate is the right one; with several, each must be the
            // first.
            var candidates = SealRegion.Candidates(bytes);
            if (regions.Count == 1)
                candidates = candidates.Where(candidate => Verified(regions, [candidate]) is not null);
            if (candidates.FirstOrDefault() is not { } candidate)
                return null;
            chosen.Add(candidate);
        }
        return Verified(regions, chosen) is { } block
            ? new(block,
                [.. chosen.Select((candidate, index) => candidate.Edit.MovedBy(offsets[regions[index].Start.Value]))],
                [])
            : null;
    }

    private SealBlock? Verified(List<Range> regions, List<SealRegion.Candidate> chosen) =>
        SealBlock.Parse(Assemble(regions, chosen)) is { } block && block.Verified() is not null ? block : null;

    private byte[] Assemble(List<Range> regions, List<SealRegion.Candidate> chosen)
    {
        var block = new List<byte>();
        var at = 0;
        for (var region = 0; region < regions.Count; region++)
        {
            block.AddRange(lines[at..regions[region].Start].SelectMany(line => line));
            block.AddRange(chosen[region].Bytes);
            at = regions[region].End.Value;
        }
        block.AddRange(lines[at..].SelectMany(line => line));
        return [.. block];
    }

    private Outcome Unrepaired(List<Range> regions) =>
        new(null, [], regions.ConvertAll(region => offsets[region.Start.Value]));

    // Every line is whole, so lines were repeated, moved, left out or put in. Sorted and single, they may be the seal.
    private Outcome PutInOrder()
    {
        var ordered = lines.Select((line, index) => (Rank: Rank(line), Index: index))
            .Where(line => line.Rank >= 0)
            .OrderBy(line => line.Rank).ThenBy(line => line.Index)
            .DistinctBy(line => Convert.ToHexString(lines[line.Index]))
            .ToList();
        var block = SealBlock.Parse(ordered.SelectMany(line => lines[line.Index]).ToArray());
        var misplaced = new List<int>();
        var highest = -1L;
        for (var index = 0; index < lines.Count; index++)
        {
            var rank = Rank(lines[index]);
            // Not highest + 1: behind the last rank of all there is none.
            if (rank - 1 != highest && !IsEndAfterPieces(rank, highest))
                misplaced.Add(offsets[index]);
            highest = Math.Max(highest, rank);
        }
        return new(block?.Verified() is null ? null : block, [], misplaced);
    }

    private static bool IsEndAfterPieces(long rank, long highest) =>
        rank == SignatureRank && highest is > 9 and < SignatureRank;

    private const long SignatureRank = long.MaxValue - 1;

    private static long Rank(byte[] line)
    {
        var words = Encoding.UTF8.GetString(SealLine.Words(line.AsSpan(0, line.Length - 1))).Split(' ');
        return words[0] switch
        {
            "SEAL" => 0,
            "covers" => 1,
            "party" => 2,
            "key" => 3,
            "entry" => 4,
            "previous" => 5,
            "kind" => 6,
            "claimed" => 7,
            "body" => 8,
            "pieces" => 9,
            "piece" when words.Length > 1
                && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) => 9L + n,
            "signature" => SignatureRank,
            "END" => SignatureRank + 1,
            _ => -1,
        };
    }

    private static bool IsWhole(byte[] line) => line[^1] == '\n' && SealLine.IsWhole(line.AsSpan(0, line.Length - 1));
}
