namespace Coulisse.Wire.Accreditations;

/// <summary>What a party accredits.</summary>
public enum SubjectKind : ushort
{
    /// <summary>The party's server.</summary>
    Station = 1,

    /// <summary>The program that delegates sit at.</summary>
    Desk = 2,

    /// <summary>A person, by the key of their own unlock at a desk.</summary>
    Officer = 3,
}
