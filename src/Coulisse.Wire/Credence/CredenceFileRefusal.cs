namespace Coulisse.Wire.Credence;

/// <summary>Why a file of credence was not taken.</summary>
public enum CredenceFileRefusal
{
    /// <summary>It begins as no file of Coulisse's does.</summary>
    Unrelated = 1,

    /// <summary>It is a file of another kind, as its first line says.</summary>
    OtherKind,

    /// <summary>It is of a version this program does not know.</summary>
    OtherVersion,

    /// <summary>It is larger than any such file.</summary>
    TooLarge,

    /// <summary>Its signed part was changed, cut, or never signed.</summary>
    Damaged,

    /// <summary>Its signed part is whole, but the lines for people say something else, or lines were added.</summary>
    HeadChanged,
}
