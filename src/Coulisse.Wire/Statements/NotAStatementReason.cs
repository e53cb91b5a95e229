namespace Coulisse.Wire.Statements;

/// <summary>Why a file is nothing that could be genuine or altered.</summary>
public enum NotAStatementReason
{
    /// <summary>The file has no bytes.</summary>
    Empty = 1,

    /// <summary>The file is larger than any statement's.</summary>
    TooLarge,

    /// <summary>Neither the first line nor a seal says that it is one.</summary>
    Unrelated,

    /// <summary>It is a statement that nobody has signed.</summary>
    NotSigned,

    /// <summary>Its seal is of a version that this program does not know.</summary>
    OtherVersion,

    /// <summary>Its seal is genuine, and is on something else: a notice of withdrawal, or a statement.</summary>
    OtherKind,

    /// <summary>Its seal is genuine, but what it is on breaks the rules of its form.</summary>
    BreaksRules,
}
