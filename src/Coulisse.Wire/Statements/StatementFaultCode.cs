namespace Coulisse.Wire.Statements;

/// <summary>Which rule a statement breaks.</summary>
public enum StatementFaultCode
{
    /// <summary>The party's name is empty, too long or not one plain line.</summary>
    BadParty = 1,

    /// <summary>The revision is not 1 to 9,999.</summary>
    BadRevision,

    /// <summary>The place is empty, too long or not one plain line.</summary>
    BadPlace,

    /// <summary>There is no edition, or there are too many.</summary>
    BadEditionCount,

    /// <summary>No edition is authentic.</summary>
    NoAuthenticEdition,

    /// <summary>Two editions are in one language.</summary>
    LanguageTwice,

    /// <summary>A language tag is not of the allowed form.</summary>
    BadLanguage,

    /// <summary>An edition's standing is none of the known ones.</summary>
    BadStanding,

    /// <summary>A title is empty, too long or not one plain line.</summary>
    BadTitle,

    /// <summary>A body is empty or too long.</summary>
    BadBodyLength,

    /// <summary>A body has a character that is not allowed.</summary>
    BadCharacter,

    /// <summary>A body is not in composed form (NFC).</summary>
    NotComposed,

    /// <summary>A line of a body starts with "%% ", which marks the lines of a seal.</summary>
    LooksLikeSeal,

    /// <summary>All editions together are too long or have too many lines.</summary>
    TooLong,
}
