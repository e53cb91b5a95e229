namespace Coulisse.Talks.Charters;

/// <summary>A field of a charter, in the order in which it is read out.</summary>
public enum CharterField
{
    /// <summary>What the talk is for.</summary>
    Purpose,

    /// <summary>What it is not for.</summary>
    Excluded,

    /// <summary>Who may know of it.</summary>
    MayKnow,

    /// <summary>What can be proved.</summary>
    Record,

    /// <summary>When it is erased.</summary>
    Retention,

    /// <summary>Who may quote.</summary>
    Quoting,

    /// <summary>Whose consent binds.</summary>
    MayConsent,

    /// <summary>How it ends.</summary>
    End,
}
