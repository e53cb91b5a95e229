namespace Coulisse.Signals.Claims.Cues;

/// <summary>What a cue hints at. A guess, shown to a person who decides.</summary>
public enum CueKind
{
    /// <summary>Somebody or something named is made to answer for the words.</summary>
    Attributed,

    /// <summary>Sources that are not named.</summary>
    UnnamedSources,

    /// <summary>Somebody reports it, or "it is reported".</summary>
    Reported,

    /// <summary>Somebody says it is not so.</summary>
    Denied,

    /// <summary>Held for true or likely, not known: "allegedly", "aurait", "якобы".</summary>
    Presumed,
}
