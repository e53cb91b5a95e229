namespace Coulisse.Wire.Lines;

/// <summary>How fast, not how important.</summary>
public enum Precedence : ushort
{
    /// <summary>Within six hours.</summary>
    Routine = 1,

    /// <summary>Within three hours.</summary>
    Priority = 2,

    /// <summary>Within thirty minutes.</summary>
    Immediate = 3,

    /// <summary>Within ten minutes.</summary>
    Flash = 4,
}
