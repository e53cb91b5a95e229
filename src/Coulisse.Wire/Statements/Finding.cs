namespace Coulisse.Wire.Statements;

/// <summary>
/// One thing that differs between a file and what was signed. Line numbers count from 1, offsets from 0.
/// </summary>
public abstract record Finding
{
    private Finding()
    {
    }

    /// <summary>One byte is another than was signed.</summary>
    public sealed record ByteChanged(FilePlace Place, byte Found, byte AsSigned) : Finding;

    /// <summary>One byte was put in. Within a run of equal bytes the first is named.</summary>
    public sealed record ByteInserted(FilePlace Place, byte Found) : Finding;

    /// <summary>One byte was taken out: it stood before what is now at the place.</summary>
    public sealed record ByteMissing(FilePlace Place, byte AsSigned) : Finding;

    /// <summary>More than one byte of a line differs, within this range of the file.</summary>
    public sealed record BytesChanged(FilePlace From, long Length) : Finding;

    /// <summary>A line that was not signed.</summary>
    public sealed record LineInserted(int Line, long Offset) : Finding;

    /// <summary>A line that stands once more than it was signed.</summary>
    public sealed record LineRepeated(int Line, long Offset, int SignedLine) : Finding;

    /// <summary>A line that was signed at another place.</summary>
    public sealed record LineMoved(int Line, long Offset, int SignedLine) : Finding;

    /// <summary>A signed line that is not there; it belongs before the line named first.</summary>
    public sealed record LineMissing(int BeforeLine, int SignedLine) : Finding;

    /// <summary>Every end of a line was changed to CR LF (or to CR).</summary>
    public sealed record LineEndsConverted(int Count) : Finding;

    /// <summary>A byte order mark was put in front.</summary>
    public sealed record ByteOrderMark : Finding;

    /// <summary>Bytes follow after the end of the seal.</summary>
    public sealed record TrailingBytes(long Offset, long Length) : Finding;

    /// <summary>The file ends before its seal does.</summary>
    public sealed record Truncated(int Line, long Offset) : Finding;

    /// <summary>A line of the seal itself differs in more than one byte, is missing or out of place.</summary>
    public sealed record SealLineDamaged(int Line, long Offset) : Finding;

    /// <summary>The seal is whole, but its signature is not the named key's over it: it was rewritten.</summary>
    public sealed record SignatureDoesNotFit : Finding;

    /// <summary>There are more differences than are listed.</summary>
    public sealed record AndMore(int Count) : Finding;

    /// <summary>The finding in English, one sentence.</summary>
    public override sealed string ToString() => FindingSentence.Of(this);
}
