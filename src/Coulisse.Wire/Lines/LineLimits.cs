namespace Coulisse.Wire.Lines;

/// <summary>The limits of everything that travels on a line, published in <c>protocol/line.md</c>.</summary>
public static class LineLimits
{
    /// <summary>The most envelopes of one entry.</summary>
    public const int EntryEnvelopesMax = 256;

    /// <summary>The longest entry, in bytes; one envelope of the largest bucket always fits.</summary>
    public const int EntryBytesMax = 1024 * 1024;

    /// <summary>The longest bundle, in bytes.</summary>
    public const int BundleBytesMax = 4 * 1024 * 1024;

    /// <summary>The most incarnations of a log.</summary>
    public const int IncarnationsMax = 64;

    /// <summary>The most ranges that a standing tells for one incarnation; what is beyond is told later.</summary>
    public const int RangesMax = 128;

    /// <summary>The most rooms whose floor one standing tells; the others are told in turn.</summary>
    public const int FloorsMax = 256;

    /// <summary>The most terms that a standing names.</summary>
    public const int TermsMax = 16;

    /// <summary>The most envelopes of one submission.</summary>
    public const int SubmissionEnvelopesMax = 64;

    /// <summary>The longest submission, in bytes.</summary>
    public const int SubmissionBytesMax = 768 * 1024;
}
