namespace Coulisse.Desk.Keys;

/// <summary>Whether an accreditation is in force, and why not.</summary>
internal enum Force
{
    /// <summary>It is.</summary>
    Holds,

    /// <summary>It is, and not for much longer.</summary>
    EndsSoon,

    /// <summary>Not yet.</summary>
    NotYet,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Its party took it back.</summary>
    Recalled,

    /// <summary>Its seal has signed two histories.</summary>
    SealForked,

    /// <summary>Its seal has named its successor.</summary>
    SealEnded,
}
