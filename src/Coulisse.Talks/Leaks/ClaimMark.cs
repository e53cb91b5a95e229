namespace Coulisse.Talks.Leaks;

/// <summary>What our side says, among itself, of a sentence of a report.</summary>
public enum ClaimMark
{
    /// <summary>It is so.</summary>
    Accurate = 1,

    /// <summary>It is not so.</summary>
    Inaccurate = 2,

    /// <summary>Whether it is so is not ours to say.</summary>
    NotOursToSay = 3,
}
