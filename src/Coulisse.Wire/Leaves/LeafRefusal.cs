namespace Coulisse.Wire.Leaves;

/// <summary>Why a leaf is nobody's.</summary>
public enum LeafRefusal
{
    /// <summary>The bytes are no credential of this version, or an accreditation in them is not its seal's.</summary>
    Unreadable = 1,

    /// <summary>The seal is neither the own party's nor one that it recognised, or the party has another
    /// name.</summary>
    SealNotRecognised,

    /// <summary>What was accredited is no desk.</summary>
    NotADesk,

    /// <summary>The desk did not sign this leaf's key for this room.</summary>
    NotDelegated,
}
