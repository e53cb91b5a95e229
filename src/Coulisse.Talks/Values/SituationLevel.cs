namespace Coulisse.Talks.Values;

/// <summary>How things stand, as the reporting side sees it.</summary>
public enum SituationLevel
{
    /// <summary>Nothing out of the ordinary.</summary>
    Calm = 1,

    /// <summary>Strained, without an incident.</summary>
    Tense = 2,

    /// <summary>Something has happened.</summary>
    Incident = 3,

    /// <summary>It may get out of hand.</summary>
    Grave = 4,
}
