namespace Coulisse.Wire.Statements;

/// <summary>
/// The file as it was found, while the diagnosis works on a version of it with mark, line ends or tail already set
/// right: turns an offset in the one into a place in the other.
/// </summary>
internal sealed class FileView
{
    private readonly int[] lineStarts;
    private readonly int length;
    private readonly int bytesBefore;
    private readonly bool hasCrLf;
    private int skipped;

    private FileView(int[] lineStarts, int length, int bytesBefore, bool hasCrLf)
    {
        this.lineStarts = lineStarts;
        this.length = length;
        this.bytesBefore = bytesBefore;
        this.hasCrLf = hasCrLf;
    }

    /// <param name="file">The file as found.</param>
    /// <param name="bytesBefore">How many bytes of it stand before the working version.</param>
    /// <param name="lineEnd">What ends its lines: LF, CR or CR LF.</param>
    internal static FileView Of(ReadOnlySpan<byte> file, int bytesBefore, ReadOnlySpan<byte> lineEnd)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; file[at..].IndexOf(lineEnd[^1]) is var next and >= 0; at = starts[^1])
            starts.Add(at + next + 1);
        return new([.. starts], file.Length, bytesBefore, lineEnd.Length == 2);
    }

    /// <summary>The same of a working version that begins so many bytes later.</summary>
    internal FileView After(int bytes) => new(lineStarts, length, bytesBefore, hasCrLf) { skipped = skipped + bytes };

    /// <summary>How many lines the file has, a last one without its end included.</summary>
    internal int LineCount => lineStarts[^1] == length ? lineStarts.Length - 1 : lineStarts.Length;

    internal FilePlace PlaceOf(int workingOffset)
    {
        var offset = workingOffset + skipped + bytesBefore;
        // In a version whose line ends were two bytes, every line before has one more; there are as many as we pass.
        for (var line = 1; hasCrLf && line < lineStarts.Length && lineStarts[line] <= offset + 1; line++)
            offset++;
        var index = Array.BinarySearch(lineStarts, offset);
        var number = index >= 0 ? index : ~index - 1;
        return new(number + 1, offset - lineStarts[number] + 1, offset);
    }

    /// <summary>Where a place is in the working version from its first byte on.</summary>
    internal long WorkingOf(FilePlace place) => place.Offset - bytesBefore - (hasCrLf ? place.Line - 1 : 0);

    internal Finding Name(OneByteEdit edit) => edit.Kind switch
    {
        OneByteEdit.What.Changed => new Finding.ByteChanged(PlaceOf(edit.Offset), edit.Found, edit.AsSigned),
        OneByteEdit.What.Inserted => new Finding.ByteInserted(PlaceOf(edit.Offset), edit.Found),
        _ => new Finding.ByteMissing(PlaceOf(edit.Offset), edit.AsSigned),
    };
}
