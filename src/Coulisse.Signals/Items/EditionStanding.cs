namespace Coulisse.Signals.Items;

/// <summary>On whose authority an edition speaks; the values stand in the file.</summary>
public enum EditionStanding
{
    /// <summary>Equal to any other authentic edition.</summary>
    Authentic = 1,

    /// <summary>Translated by people, answered for by the publisher.</summary>
    OfficialTranslation = 2,

    /// <summary>Made by a machine; never without that label, never instead of the original.</summary>
    Machine = 3,
}
