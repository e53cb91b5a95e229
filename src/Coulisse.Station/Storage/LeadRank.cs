namespace Coulisse.Station.Storage;

/// <summary>What leaves first: an entry of a higher rank is not kept waiting by those of a lower one.</summary>
public enum LeadRank
{
    /// <summary>In its turn.</summary>
    Usual = 0,

    /// <summary>A message of IMMEDIATE precedence.</summary>
    Immediate = 1,

    /// <summary>A message of FLASH precedence.</summary>
    Flash = 2,

    /// <summary>Proposals, commits, welcomes, key packages and credence: what all else may wait for.</summary>
    Handshake = 3,
}

/// <summary>What a rank means for those behind it.</summary>
internal static class LeadRanks
{
    /// <summary>Whether it is a message that others are broken off for.</summary>
    public static bool IsUrgent(this LeadRank rank) => rank is LeadRank.Immediate or LeadRank.Flash;
}
