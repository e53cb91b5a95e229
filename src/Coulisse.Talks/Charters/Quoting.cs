namespace Coulisse.Talks.Charters;

/// <summary>Who may say outside what was said inside.</summary>
public enum Quoting
{
    /// <summary>Nobody.</summary>
    Never = 1,

    /// <summary>What both have agreed to, passage by passage.</summary>
    ByConsent = 2,

    /// <summary>Each side its own words.</summary>
    OwnWords = 3,
}
