using System.Text;

namespace Coulisse.Wire.Statements;

/// <summary>
/// Sets a damaged seal block right, as far as the checks of its lines and in the end its signature allow, in order
/// to name what was changed in it. The repaired block only serves to compare; the file stays altered.
/// </summary>
internal sealed class SealRepair<T>
    where T : class
{
    private const int RegionsMax = 4;

    private readonly BlockForm<T> form;

    private readonly List<byte[]> lines = [];
    private readonly List<int> offsets = [];

    private SealRepair(ReadOnlySpan<byte> block, BlockForm<T> form)
    {
        this.form = form;
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
    internal sealed record Outcome(T? Block, IReadOnlyList<OneByteEdit> Edits, IReadOnlyList<int> DamagedLines);

    internal static Outcome Of(ReadOnlySpan<byte> block, BlockForm<T> form)
    {
        var repair = new SealRepair<T>(block, form);
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

    private T? Verified(List<Range> regions, List<SealRegion.Candidate> chosen) =>
        form.Verified(Assemble(regions, chosen));

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
        var block = form.Verified([.. ordered.SelectMany(line => lines[line.Index])]);
        var misplaced = new List<int>();
        var highest = -1L;
        for (var index = 0; index < lines.Count; index++)
        {
            var rank = Rank(lines[index]);
            if (!form.IsNext(highest, rank))
                misplaced.Add(offsets[index]);
            highest = Math.Max(highest, rank);
        }
        return new(block, [], misplaced);
    }

    private long Rank(byte[] line) =>
        form.Rank(Encoding.UTF8.GetString(SealLine.Words(line.AsSpan(0, line.Length - 1))).Split(' '));

    private static bool IsWhole(byte[] line) => line[^1] == '\n' && SealLine.IsWhole(line.AsSpan(0, line.Length - 1));
}
