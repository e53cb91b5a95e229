namespace Coulisse.Wire.Statements;

/// <summary>
/// Lines of a seal that one changed byte may have spoilt: every way to make them whole again by changing, taking out
/// or putting in one byte. Their checks are short, so chance may offer more than one way.
/// </summary>
internal static class SealRegion
{
    private const int BytesMax = 600;

    /// <summary>One way: the edit, and the bytes after it.</summary>
    internal sealed record Candidate(OneByteEdit Edit, byte[] Bytes);

    /// <summary>
    /// The ways, the cheapest to find first. None for a region longer than a changed byte can make it.
    /// </summary>
    internal static IEnumerable<Candidate> Candidates(byte[] region)
    {
        if (region.Length > BytesMax)
            return [];
        byte[] values =
            [.. Enumerable.Range(0, 256).Select(value => (byte)value).Where(value => IsLikely(value, region))];
        return Rechecked(region).Concat(Changed(region, values)).Concat(TakenOut(region)).Concat(PutIn(region, values))
            .DistinctBy(candidate => candidate.Edit);
    }

    // All of a seal is printable ASCII but a party's name; a character of several bytes still shows when one is
    // changed.
    private static bool IsLikely(byte value, byte[] region) =>
        value is (byte)'\n' or (>= 0x20 and < 0x7f) || region.Any(b => b >= 0x80);

    // The words are right and something behind them is not: the right line follows from the words.
    private static IEnumerable<Candidate> Rechecked(byte[] region)
    {
        for (var missing = 9; missing <= 11; missing++)
        {
            var contentEnd = region.Length - missing;
            if (contentEnd <= SealBlock.LinePrefix.Length || !region.AsSpan().StartsWith(SealBlock.LinePrefix))
                continue;
            var right = SealLine.WithCheck(region.AsSpan(0, contentEnd));
            if (OneByteEdit.Between(region, right) is { } edit)
                yield return new(edit, right);
        }
    }

    private static IEnumerable<Candidate> Changed(byte[] region, byte[] values)
    {
        byte[] tried = [.. region];
        for (var at = 0; at < region.Length; at++)
        {
            foreach (var value in values)
            {
                tried[at] = value;
                if (value != region[at] && AreWhole(tried))
                    yield return new(OneByteEdit.Changed(at, region[at], value), [.. tried]);
            }
            tried[at] = region[at];
        }
    }

    private static IEnumerable<Candidate> TakenOut(byte[] region)
    {
        for (var at = 0; at < region.Length; at++)
        {
            byte[] tried = [.. region[..at], .. region[(at + 1)..]];
            if ((at == 0 || region[at] != region[at - 1]) && AreWhole(tried))
                yield return new(OneByteEdit.Inserted(at, region[at]), tried);
        }
    }

    private static IEnumerable<Candidate> PutIn(byte[] region, byte[] values)
    {
        for (var at = 0; at <= region.Length; at++)
        {
            byte[] tried = [.. region[..at], 0, .. region[at..]];
            foreach (var value in values)
            {
                tried[at] = value;
                if ((at == 0 || value != region[at - 1]) && AreWhole(tried))
                    yield return new(OneByteEdit.Missing(at, value), [.. tried]);
            }
        }
    }

    private static bool AreWhole(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end < 0 || !SealLine.IsWhole(bytes[..end]))
                return false;
            bytes = bytes[(end + 1)..];
        }
        return true;
    }
}
