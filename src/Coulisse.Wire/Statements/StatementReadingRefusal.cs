namespace Coulisse.Wire.Statements;

/// <summary>Why a file is no unsigned statement.</summary>
public enum StatementReadingRefusal
{
    /// <summary>The file is larger than any statement's.</summary>
    TooLarge = 1,

    /// <summary>Its first line does not say that it is one.</summary>
    Unrelated,

    /// <summary>It is a signed statement already.</summary>
    SignedAlready,

    /// <summary>It is an unsigned statement of a version that this program does not know.</summary>
    OtherVersion,

    /// <summary>Its last line is missing or does not fit: bytes were lost or changed on the way.</summary>
    Damaged,

    /// <summary>It is whole, but what it says breaks the rules of a statement.</summary>
    BreaksRules,
}
