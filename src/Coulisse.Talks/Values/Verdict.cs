namespace Coulisse.Talks.Values;

/// <summary>What a side says became of a promise.</summary>
public enum Verdict
{
    /// <summary>Kept.</summary>
    Kept = 1,

    /// <summary>Broken.</summary>
    Broken = 2,

    /// <summary>It was never promised so.</summary>
    Contested = 3,
}
