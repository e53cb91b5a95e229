using System.Collections.Immutable;
using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Statements;

/// <summary>How a text differs from the table of pieces that was signed for it.</summary>
internal sealed class TextDiagnosis
{
    private readonly OneByteSearch search = new();
    private readonly List<(int Offset, Finding Finding)> findings = [];
    private readonly byte[] text;
    private readonly FileView view;
    private readonly ImmutableArray<Piece> pieces;
    private readonly ImmutableArray<Range> foundLines;
    private readonly ImmutableArray<Range> signedLines;

    private TextDiagnosis(byte[] text, ImmutableArray<Piece> pieces, FileView view)
    {
        this.text = text;
        this.pieces = pieces;
        this.view = view;
        foundLines = LinesOf(text);
        signedLines = LinesOf(pieces);
    }

    /// <summary>Every difference, in the file's order; empty when the text fits.</summary>
    internal static IEnumerable<Finding> Of(ReadOnlySpan<byte> text, ImmutableArray<Piece> pieces, FileView view)
    {
        if (SealedFile.Fits(text, pieces))
            return [];
        var diagnosis = new TextDiagnosis(text.ToArray(), pieces, view);
        if (diagnosis.search.Explain(text, pieces.AsSpan()) is { } edit)
            return [view.Name(edit)];
        diagnosis.CompareLines();
        return diagnosis.findings.OrderBy(finding => finding.Offset).Select(finding => finding.Finding);
    }

    private void CompareLines()
    {
        var found = foundLines.Select(line => LineComparison.KeyOf(Piece.Cut(text.AsSpan(line)).AsSpan()))
            .ToImmutableArray();
        var signed = signedLines.Select(line => LineComparison.KeyOf(pieces.AsSpan()[line])).ToImmutableArray();
        var gaps = LineComparison.GapsOf(found, signed);
        var displaced = gaps.SelectMany(gap => gap.Signed).GroupBy(index => signed[index])
            .ToDictionary(group => group.Key, group => new Queue<int>(group));
        var explained = new HashSet<int>();
        var left = gaps.Select(gap => gap.Found.Where(index => !IsElsewhere(index)).ToList()).ToList();
        for (var gap = 0; gap < gaps.Count; gap++)
            PairUp(gaps[gap], left[gap], [.. gaps[gap].Signed.Where(index => !explained.Contains(index))]);

        // A line that was signed, only not here: moved from a place where it is now missing, or standing once more.
        bool IsElsewhere(int index)
        {
            if (displaced.TryGetValue(found[index], out var from) && from.TryDequeue(out var signedIndex))
            {
                explained.Add(signedIndex);
                Add(index, new Finding.LineMoved(LineNumber(index), Offset(index), signedIndex + 1));
                return true;
            }
            if (signed.IndexOf(found[index]) is not (var first and >= 0))
                return false;
            Add(index, new Finding.LineRepeated(LineNumber(index), Offset(index), first + 1));
            return true;
        }
    }

    // Lines of a gap that nothing else explains stand for one another in order; what is left over came or went.
    private void PairUp(LineComparison.Gap gap, List<int> found, ImmutableArray<int> signed)
    {
        var pairs = Math.Min(found.Count, signed.Length);
        for (var pair = 0; pair < pairs; pair++)
            ExplainLine(found[pair], pieces.AsSpan()[signedLines[signed[pair]]]);
        foreach (var index in found.Skip(pairs))
            Add(index, new Finding.LineInserted(LineNumber(index), Offset(index)));
        var next = gap.FoundTo < foundLines.Length ? foundLines[gap.FoundTo].Start.Value : text.Length;
        foreach (var index in signed.Skip(pairs))
            findings.Add((next, new Finding.LineMissing(view.PlaceOf(next).Line, index + 1)));
    }

    private void ExplainLine(int index, ReadOnlySpan<Piece> signed)
    {
        var line = text.AsSpan(foundLines[index]);
        var start = foundLines[index].Start.Value;
        if (search.Explain(line, signed) is { } edit)
        {
            findings.Add((start + edit.Offset, view.Name(edit.MovedBy(start))));
            return;
        }
        var at = 0;
        foreach (var piece in signed)
        {
            var here = line[at..Math.Min(at + piece.Length, line.Length)];
            if (!piece.Fits(here))
            {
                if (line.Length != Length(signed)) // Everything after may be shifted; name all of it.
                {
                    findings.Add((start + at, new Finding.BytesChanged(view.PlaceOf(start + at), line.Length - at)));
                    return;
                }
                findings.Add((start + at, search.Explain(here, [piece]) is { } inPiece
                    ? view.Name(inPiece.MovedBy(start + at))
                    : new Finding.BytesChanged(view.PlaceOf(start + at), here.Length)));
            }
            at += here.Length;
        }
    }

    private static int Length(ReadOnlySpan<Piece> pieces)
    {
        var length = 0;
        foreach (var piece in pieces)
            length += piece.Length;
        return length;
    }

    private void Add(int foundLine, Finding finding) => findings.Add((foundLines[foundLine].Start.Value, finding));

    private int LineNumber(int foundLine) => view.PlaceOf(foundLines[foundLine].Start.Value).Line;

    private long Offset(int foundLine) => view.PlaceOf(foundLines[foundLine].Start.Value).Offset;

    private static ImmutableArray<Range> LinesOf(ReadOnlySpan<byte> text)
    {
        var lines = ImmutableArray.CreateBuilder<Range>();
        for (var start = 0; start < text.Length; start = lines[^1].End.Value)
        {
            var end = text[start..].IndexOf((byte)'\n');
            lines.Add(start..(end < 0 ? text.Length : start + end + 1));
        }
        return lines.ToImmutable();
    }

    private static ImmutableArray<Range> LinesOf(ImmutableArray<Piece> pieces)
    {
        var lines = ImmutableArray.CreateBuilder<Range>();
        for (var start = 0; start < pieces.Length; start = lines[^1].End.Value)
        {
            var end = start + 1;
            while (end < pieces.Length && pieces[end].Line == pieces[start].Line)
                end++;
            lines.Add(start..end);
        }
        return lines.ToImmutable();
    }
}
