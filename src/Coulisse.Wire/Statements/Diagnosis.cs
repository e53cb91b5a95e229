using System.Text;

namespace Coulisse.Wire.Statements;

/// <summary>
/// Why a file is not sealed as it stands. Works inwards: what was done to the file as a whole (mark in front, line
/// ends, tail), then the seal, then, by the seal's table, the text. Never answers "sealed".
/// </summary>
internal static class Diagnosis
{
    private const int FindingsMax = 50;

    internal static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    internal static SealedText Of(ReadOnlySpan<byte> file)
    {
        var findings = new List<Finding>();
        var working = Unwrap(file, findings, out var view);
        if (SealedFile.Strict(working) is not null)
            return Altered(findings);
        var seal = SealedFile.LastLine(working, SealBlock.MarkerLine);
        if (seal >= 0)
            findings.AddRange(OfSealAndText(working, seal, view));
        else if (HasOtherVersion(working))
            return new SealedText.NotSealed(NotAStatementReason.OtherVersion);
        else if (OfMarker(working, view) is { } reason)
            findings.AddRange(reason);
        else if (ReasonWithoutSeal(working) is { } nothing)
            return new SealedText.NotSealed(nothing);
        else
            findings.Add(End(working, view));
        return Altered(findings);
    }

    // The file without what was put around it: mark, other line ends, tail. Each leaves its finding.
    private static byte[] Unwrap(ReadOnlySpan<byte> file, List<Finding> findings, out FileView view)
    {
        var before = 0;
        if (file.StartsWith(Utf8Mark))
        {
            findings.Add(new Finding.ByteOrderMark());
            before = Utf8Mark.Length;
        }
        var lineEnd = LineEnd(file);
        view = FileView.Of(file, before, lineEnd);
        var working = file[before..].ToArray();
        if (!lineEnd.SequenceEqual("\n"u8))
        {
            findings.Add(new Finding.LineEndsConverted(file.Count((byte)'\r')));
            working = lineEnd.Length == 2 ? [.. working.Where(b => b != '\r')]
                : [.. working.Select(b => b == '\r' ? (byte)'\n' : b)];
        }
        var end = SealedFile.LastLine(working, SealBlock.EndLine);
        if (end < 0 || end + SealBlock.EndLine.Length == working.Length)
            return working;
        end += SealBlock.EndLine.Length;
        findings.Add(new Finding.TrailingBytes(view.PlaceOf(end).Offset, file.Length - view.PlaceOf(end).Offset));
        return working[..end];
    }

    // One CR before one LF is a byte put in; only where every end of a line has it was the file converted.
    internal static ReadOnlySpan<byte> LineEnd(ReadOnlySpan<byte> file)
    {
        var (returns, feeds) = (file.Count((byte)'\r'), file.Count((byte)'\n'));
        if (returns < 2)
            return "\n"u8;
        if (feeds == 0)
            return "\r"u8;
        return returns == feeds && file.Count("\r\n"u8) == feeds ? "\r\n"u8 : "\n"u8;
    }

    private static IEnumerable<Finding> OfSealAndText(ReadOnlySpan<byte> working, int start, FileView view)
    {
        var bytes = working[start..];
        if (SealBlock.Parse(bytes) is { } whole)
            return whole.Verified() is null ? [new Finding.SignatureDoesNotFit()]
                : TextDiagnosis.Of(working[..start], whole.Pieces, view);
        var repair = SealRepair<SealBlock>.Of(bytes, SealForm.Statement);
        if (repair.Block is null && SealedFile.LastLine(bytes, SealBlock.EndLine) < 0)
            return [End(working, view)];
        var findings = repair.Edits.Select(edit => view.Name(edit.MovedBy(start)))
            .Concat(repair.DamagedLines.Select(offset => Damaged(start + offset, view)));
        if (repair.Block is { } block)
            findings = TextDiagnosis.Of(working[..start], block.Pieces, view).Concat(findings);
        return findings.DefaultIfEmpty(new Finding.SignatureDoesNotFit());
    }

    // No line is the marker, but lines of a seal are there: the marker was changed, or run together with the text.
    private static Finding[]? OfMarker(byte[] working, FileView view)
    {
        var start = StartOfSealLines(working);
        if (start < 0)
            return null;
        byte[] expected = [(byte)'\n', .. SealBlock.MarkerLine];
        foreach (var surplus in (ReadOnlySpan<int>)[0, 1, -1])
        {
            var length = expected.Length + surplus;
            foreach (var from in (ReadOnlySpan<int>)[start - length, start - 1])
            {
                if (from < 0 || from + length > working.Length
                    || OneByteEdit.Between(working.AsSpan(from, length), expected) is not { } edit)
                    continue;
                byte[] repaired = [.. working[..from], .. expected, .. working[(from + length)..]];
                // An empty line before the marker lets more than one edit fit; the signature says which it was.
                if (SealedFile.Strict(repaired) is not null)
                    return [view.Name(edit.MovedBy(from))];
            }
        }
        return SealedFile.LastLine(working, SealBlock.EndLine) < 0 ? [End(working, view)] : [Damaged(start, view)];
    }

    // The marker's check fits, so it was made as it is and not changed.
    private static bool HasOtherVersion(byte[] working)
    {
        var start = StartOfSealLines(working);
        if (start < 0)
            return false;
        var words = SealLine.Words(working.AsSpan(start, NextLine(working, start) - start).TrimEnd((byte)'\n'));
        return words.StartsWith("SEAL "u8) && !words.SequenceEqual(Encoding.ASCII.GetBytes(SealBlock.Marker));
    }

    // Where the last run of lines that start as a seal's do begins, if any line of it is whole and of a seal.
    private static int StartOfSealLines(byte[] working)
    {
        var (start, isRun, isSeal) = (-1, false, false);
        for (var at = 0; at < working.Length; at = NextLine(working, at))
        {
            var line = working.AsSpan(at, NextLine(working, at) - at);
            var isLine = line.StartsWith(SealBlock.LinePrefix);
            if (isLine && !isRun)
                (start, isSeal) = (at, false);
            isSeal |= isLine && SealLine.IsWhole(line.TrimEnd((byte)'\n'));
            isRun = isLine;
        }
        return isSeal ? start : -1;
    }

    private static int NextLine(byte[] working, int start)
    {
        var end = working.AsSpan(start).IndexOf((byte)'\n');
        return end < 0 ? working.Length : start + end + 1;
    }

    private static NotAStatementReason? ReasonWithoutSeal(ReadOnlySpan<byte> working)
    {
        if (working.StartsWith("COULISSE UNSIGNED "u8))
            return NotAStatementReason.NotSigned;
        return working.StartsWith("COULISSE STATEMENT "u8) || working.StartsWith("COULISSE WITHDRAWAL "u8)
            ? null
            : NotAStatementReason.Unrelated;
    }

    private static Finding.Truncated End(ReadOnlySpan<byte> working, FileView view) =>
        new(view.LineCount, view.PlaceOf(working.Length).Offset);

    private static Finding.SealLineDamaged Damaged(int offset, FileView view) =>
        new(view.PlaceOf(offset).Line, view.PlaceOf(offset).Offset);

    private static SealedText.Altered Altered(List<Finding> findings) => new(findings.Count <= FindingsMax
        ? [.. findings]
        : [.. findings.Take(FindingsMax), new Finding.AndMore(findings.Count - FindingsMax)]);
}
