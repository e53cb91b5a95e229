namespace Coulisse.Talks.Refusals;

/// <summary>Why something cannot be said, was not read, or has no effect. Each has a sentence in
/// <see cref="RefusalWords"/>.</summary>
public enum Refusal
{
    /// <summary>A message's content is longer than a message may be.</summary>
    ContentTooLong,

    /// <summary>Not a content, or not in its one encoding.</summary>
    NotAContent,

    /// <summary>A content of too many parts.</summary>
    TooManyParts,

    /// <summary>Not an act, or not in its one encoding, or of a kind or with fields that are not known here.</summary>
    NotAnAct,

    /// <summary>Words are missing.</summary>
    NoWords,

    /// <summary>A text is too long.</summary>
    TooLong,

    /// <summary>A text holds control characters.</summary>
    NotPlainText,

    /// <summary>Not a language tag.</summary>
    NotALanguage,

    /// <summary>One language twice.</summary>
    LanguageTwice,

    /// <summary>Too many items or languages.</summary>
    TooManyItems,

    /// <summary>A number that means nothing here.</summary>
    NumberOutOfRange,

    /// <summary>A hash or salt of another length.</summary>
    WrongLength,

    /// <summary>The mandate does not allow it.</summary>
    MandateTooNarrow,

    /// <summary>The other side's to say.</summary>
    NotYoursToSay,

    /// <summary>One's own side's words.</summary>
    OwnWords,

    /// <summary>What it belongs to was never opened.</summary>
    NoSuchMatter,

    /// <summary>What it belongs to is something else.</summary>
    AnotherMatter,

    /// <summary>Not at this stage.</summary>
    NotNow,

    /// <summary>The matter has ended.</summary>
    Over,

    /// <summary>It speaks of a version that is no longer the last.</summary>
    Overtaken,

    /// <summary>The message says other words at that place.</summary>
    QuoteDiffers,

    /// <summary>Some items of the message are not read back, or not there.</summary>
    ItemsDiffer,

    /// <summary>For one's own people alone, and this is a room of both sides.</summary>
    CaucusOnly,

    /// <summary>For the other side, and this is a caucus.</summary>
    NotInACaucus,

    /// <summary>One person, too many acts in one matter.</summary>
    TooManyActs,

    /// <summary>One person, too many situation reports on one period.</summary>
    TooManyReports,

    /// <summary>An end of situation reports that lies before it was said.</summary>
    DatedBack,

    /// <summary>A signature is not its author's over what is proposed for the record.</summary>
    NotSigned,

    /// <summary>The mandate binds its party, but not by the terms of this room.</summary>
    NotByTheTerms,

    /// <summary>The terms were that nothing is put on record.</summary>
    OffRecord,

    /// <summary>The mandate may approve, but not by the rule of the caucus for that room.</summary>
    NotByTheRule,
}
