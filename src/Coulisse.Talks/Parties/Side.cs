namespace Coulisse.Talks.Parties;

/// <summary>One of the two parties of a room.</summary>
public enum Side
{
    /// <summary>The party named first on the line.</summary>
    A = 1,

    /// <summary>The other.</summary>
    B = 2,
}
