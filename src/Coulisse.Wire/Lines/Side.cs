namespace Coulisse.Wire.Lines;

/// <summary>Which of a line's two parties, by the order of their names: <see cref="LineParties"/>.</summary>
public enum Side : ushort
{
    /// <summary>The party whose name comes first.</summary>
    A = 1,

    /// <summary>The other.</summary>
    B = 2,
}

/// <summary>What follows from a side alone.</summary>
public static class Sides
{
    /// <summary>The side across the line.</summary>
    public static Side Other(this Side side) => side == Side.A ? Side.B : Side.A;
}
