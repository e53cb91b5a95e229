namespace Coulisse.Signals.Statements;

/// <summary>Why a file that was brought back is not taken as the signed statement.</summary>
public enum SignedUploadFault
{
    /// <summary>No file, or an empty one.</summary>
    NoFile = 1,

    TooLarge,

    /// <summary>It is the file that was to be signed, still without a seal.</summary>
    StillUnsigned,

    /// <summary>It is no signed statement at all.</summary>
    NotAStatement,

    /// <summary>It is not byte for byte what the seal signed.</summary>
    Altered,

    /// <summary>Genuine, but by another seal than this page's.</summary>
    AnotherSeal,

    /// <summary>Genuine, but of another statement.</summary>
    AnotherStatement,

    /// <summary>Genuine, but not the revision that comes next.</summary>
    WrongRevision,

    /// <summary>Genuine, but its words are not the latest ones here: they changed after the file was taken along.</summary>
    OtherWords,
}
