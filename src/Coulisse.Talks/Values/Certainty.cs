namespace Coulisse.Talks.Values;

/// <summary>How certainly a consequence follows.</summary>
public enum Certainty
{
    /// <summary>It will.</summary>
    Certain = 1,

    /// <summary>It probably will.</summary>
    Likely = 2,

    /// <summary>Whoever states it keeps the choice.</summary>
    Reserved = 3,
}
