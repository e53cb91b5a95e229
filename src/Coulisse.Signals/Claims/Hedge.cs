namespace Coulisse.Signals.Claims;

/// <summary>How far the one who says it answers for it; the values stand in the file.</summary>
public enum Hedge
{
    /// <summary>Said as a fact.</summary>
    Stated = 1,

    /// <summary>"According to …": said on another's word.</summary>
    AccordingTo = 2,

    /// <summary>"It is reported that …": on nobody's named word.</summary>
    Reported = 3,

    /// <summary>Said to be untrue by the one concerned.</summary>
    Denied = 4,

    /// <summary>"Probably", "would have": presumed, not known.</summary>
    Presumed = 5,
}
