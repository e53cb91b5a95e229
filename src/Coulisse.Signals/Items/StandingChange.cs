namespace Coulisse.Signals.Items;

/// <summary>Whether an edition may change its standing, and why not.</summary>
public enum StandingChange
{
    Allowed = 1,

    /// <summary>It is that already.</summary>
    Unchanged,

    /// <summary>There is no such edition.</summary>
    Missing,

    /// <summary>The item was withdrawn.</summary>
    Closed,

    /// <summary>The original is authentic and stays it.</summary>
    OriginalIsAuthentic,

    /// <summary>People wrote these words: calling them a machine's would be untrue.</summary>
    NotAMachines,

    /// <summary>The seal stands under these words.</summary>
    UnderSeal,

    /// <summary>An official translation says which version of which edition it follows.</summary>
    NoSource,
}
