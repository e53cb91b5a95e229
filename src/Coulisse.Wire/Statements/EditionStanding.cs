namespace Coulisse.Wire.Statements;

/// <summary>What an edition of a statement is worth. A machine's edition is never signed.</summary>
public enum EditionStanding
{
    /// <summary>The party's own words; several authentic editions count equally.</summary>
    Authentic = 1,

    /// <summary>The party's translation of its own words.</summary>
    OfficialTranslation = 2,
}
