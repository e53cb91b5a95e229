using System.Collections.Immutable;
using System.Text;
using Coulisse.Wire.Statements;

namespace Coulisse.Wire.Records;

/// <summary>
/// Why a record is not as it was signed. Works inwards: what was done to the file as a whole, then the block, then, by
/// its table, the text. Never answers "genuine".
/// </summary>
internal sealed class RecordDiagnosis
{
    private const int FindingsMax = 50;

    private readonly List<RecordFinding> findings = [];
    private readonly byte[] working;
    private readonly FileView view;

    private RecordDiagnosis(ReadOnlySpan<byte> file)
    {
        var before = file.StartsWith(Diagnosis.Utf8Mark) ? Diagnosis.Utf8Mark.Length : 0;
        if (before > 0)
            Add(null, "the file", new Finding.ByteOrderMark());
        var lineEnd = Diagnosis.LineEnd(file);
        view = FileView.Of(file, before, lineEnd);
        working = file[before..].ToArray();
        if (lineEnd.SequenceEqual("\n"u8))
            return;
        Add(null, "the file", new Finding.LineEndsConverted(file.Count((byte)'\r')));
        working = lineEnd.Length == 2 ? [.. working.Where(one => one != '\r')]
            : [.. working.Select(one => one == '\r' ? (byte)'\n' : one)];
    }

    internal static RecordVerification Of(ReadOnlySpan<byte> file)
    {
        var diagnosis = new RecordDiagnosis(file);
        if (diagnosis.IsOfAnotherVersion())
            return new RecordVerification.NotARecord(NotARecordReason.OtherVersion);
        if (RecordFile.Strict(diagnosis.working) is null)
            diagnosis.OfBlock();
        return new RecordVerification.Altered([.. diagnosis.findings.Take(FindingsMax)]);
    }

    // The check of the first line fits, so it was made as it is and not changed.
    private bool IsOfAnotherVersion()
    {
        var end = Math.Max(0, Array.IndexOf(working, (byte)'\n'));
        var words = Encoding.UTF8.GetString(SealLine.Words(working.AsSpan(0, end)));
        return words.StartsWith("RECORD ", StringComparison.Ordinal) && words != RecordBlock.Marker;
    }

    private void OfBlock()
    {
        var length = RecordFile.BlockLength(working);
        if (length == 0)
        {
            OfEnd();
            return;
        }
        if (RecordBlock.Parse(working.AsSpan(0, length)) is { } whole)
        {
            if (whole.IsVerified)
                OfText(whole, length);
            else
                Add(null, "the signatures", new Finding.SignatureDoesNotFit());
            return;
        }
        var repair = SealRepair<RecordBlock>.Of(working.AsSpan(0, length), RecordForm.Block);
        Take(repair, length);
        if (repair.Block is null && findings.Count == 0)
            Add(null, "the signatures", new Finding.SignatureDoesNotFit());
    }

    private void Take(SealRepair<RecordBlock>.Outcome repair, int length)
    {
        foreach (var edit in repair.Edits)
            Add(null, FieldAt(edit.Offset), view.Name(edit));
        foreach (var line in repair.DamagedLines)
            Add(null, FieldAt(line), new Finding.SealLineDamaged(view.PlaceOf(line).Line, view.PlaceOf(line).Offset));
        if (repair.Block is { } block)
            OfText(block, length);
    }

    // The last line was run together with the one before it, or is two lines now.
    private bool IsSetRight(int from)
    {
        var end = from;
        for (var lines = 0; lines < 2; lines++)
        {
            if (working.AsSpan(end).IndexOf((byte)'\n') is not (>= 0 and var next))
                return false;
            end += next + 1;
            if (SealRepair<RecordBlock>.Of(working.AsSpan(0, end), RecordForm.Block) is not { Block: not null } repair)
                continue;
            Take(repair, end);
            return true;
        }
        return false;
    }

    // No line is the block's last: it was changed, or the file ends before it.
    private void OfEnd()
    {
        var expected = RecordBlock.EndLine;
        var from = EndOfWholeLines();
        foreach (var surplus in (ReadOnlySpan<int>)[0, 1, -1])
        {
            if (from + expected.Length + surplus > working.Length || from + expected.Length + surplus < from
                || OneByteEdit.Between(working.AsSpan(from, expected.Length + surplus), expected) is not { } edit)
                continue;
            byte[] repaired = [.. working[..from], .. expected, .. working[(from + expected.Length + surplus)..]];
            if (RecordFile.Strict(repaired) is null)
                continue;
            Add(null, SealBlock.End, view.Name(edit.MovedBy(from)));
            return;
        }
        var rest = working.AsSpan(from);
        if (IsSetRight(from))
            return;
        if (rest.IndexOf((byte)'\n') is >= 0 and var next && next < rest.Length - 1)
            Add(null, FieldAt(from), new Finding.SealLineDamaged(view.PlaceOf(from).Line, view.PlaceOf(from).Offset));
        else
            findings.Add(new RecordFinding.PartMissing(1, null, view.PlaceOf(working.Length).Offset, false));
    }

    private void OfText(RecordBlock block, int start)
    {
        var text = working.AsSpan(start);
        var shifted = view.After(start);
        var differences = TextDiagnosis.Of(text, block.Table.Pieces, shifted).ToList();
        var missing = FirstMissing(text, block.Table);
        if (missing is var (part, isGenuine))
            findings.Add(new RecordFinding.PartMissing(part, block.Table.Lines.Length,
                view.PlaceOf(working.Length).Offset, isGenuine));
        // Of a record that was only cut short, all is said by that; the one byte at its end is still worth naming.
        if (missing is (_, true) && differences is not [Finding.ByteMissing])
            return;
        foreach (var (index, what) in differences.Index())
            Differs(block.Table, what, start, index == 0);
    }

    // Up to the first difference all is where it was signed; behind it the headings of the parts say where one is.
    private void Differs(RecordTable table, Finding what, int start, bool isFirst)
    {
        if (what is Finding.LineMissing gone)
        {
            Add(table.PartOf(gone.SignedLine), "a line", gone);
            return;
        }
        var offset = (int)Math.Min(view.WorkingOf(PlaceOf(what)), working.Length);
        var part = table.PartAt(offset - start);
        Add(isFirst ? part : PartAt(offset) ?? part, FieldAt(offset), what);
    }

    // The pieces fit until the text ends: then it was cut, and where that is says which part is the first to lack.
    private static (int Part, bool IsGenuine)? FirstMissing(ReadOnlySpan<byte> text, RecordTable table)
    {
        long signed = 0;
        foreach (var piece in table.Pieces)
            signed += piece.Length;
        if (text.Length >= signed)
            return null;
        var at = 0;
        foreach (var piece in table.Pieces)
        {
            if (at + piece.Length > text.Length)
                return (table.PartOf(piece.Line), true);
            if (!piece.Fits(text.Slice(at, piece.Length)))
                return null;
            at += piece.Length;
        }
        return null;
    }

    private static FilePlace PlaceOf(Finding what) => what switch
    {
        Finding.ByteChanged one => one.Place,
        Finding.ByteInserted one => one.Place,
        Finding.ByteMissing one => one.Place,
        Finding.BytesChanged one => one.From,
        Finding.LineInserted one => new(one.Line, 1, one.Offset),
        Finding.LineRepeated one => new(one.Line, 1, one.Offset),
        Finding.LineMoved one => new(one.Line, 1, one.Offset),
        _ => new(1, 1, 0),
    };

    private int EndOfWholeLines()
    {
        var last = 0;
        for (var at = 0; working.AsSpan(at).IndexOf((byte)'\n') is >= 0 and var end; at += end + 1)
        {
            if (SealLine.IsWhole(working.AsSpan(at, end)))
                last = at + end + 1;
        }
        return last;
    }

    // The line before which no words can be: each part begins with its number.
    private int? PartAt(int offset)
    {
        for (var end = Math.Min(offset, working.Length - 1); end >= 0;)
        {
            var start = working.AsSpan(0, end).LastIndexOf((byte)'\n') + 1;
            if (Encoding.UTF8.GetString(working.AsSpan(start, Math.Min(20, working.Length - start))).Split(' ')
                is ["Part:", var number, ..] && int.TryParse(number, out var part) && offset >= start)
                return part;
            end = start - 1;
        }
        return null;
    }

    private string FieldAt(int offset)
    {
        var start = offset == 0 ? 0 : working.AsSpan(0, Math.Min(offset, working.Length)).LastIndexOf((byte)'\n') + 1;
        var line = working.AsSpan(start);
        line = line[..(line.IndexOf((byte)'\n') is >= 0 and var end ? end : line.Length)];
        if (line.StartsWith(SealBlock.LinePrefix))
            return RecordForm.FieldOf(line);
        if (line.StartsWith("| "u8))
            return "words";
        return line.IndexOf(": "u8) is > 0 and < 12 and var colon ? Encoding.UTF8.GetString(line[..colon]) : "a line";
    }

    private void Add(int? part, string field, Finding what) =>
        findings.Add(new RecordFinding.Differs(part, field, what));
}
