namespace Coulisse.Talks.Acts;

/// <summary>What an act may hold at most; texts in Unicode scalar values, so that no script has less room.</summary>
public static class ActLimits
{
    /// <summary>An act, encoded.</summary>
    public const int ActBytesMax = 49_152;

    /// <summary>Languages of one text side by side.</summary>
    public const int LanguagesMax = 8;

    /// <summary>
    /// Separate items of one message. Errors of read-back grow with the number of items; nobody has measured the number
    /// for written talks between languages, and four is what a listener can say back without notes.
    /// </summary>
    public const int ItemsMax = 4;

    /// <summary>A term, an office, the name of a place.</summary>
    public const int NameScalarsMax = 120;

    /// <summary>A field of a situation report.</summary>
    public const int FieldScalarsMax = 280;

    /// <summary>Anything else people write in an act.</summary>
    public const int WordsScalarsMax = 1_000;

    /// <summary>Words that were marked.</summary>
    public const int QuotedScalarsMax = 500;

    /// <summary>A text that waits for approval, or is published together.</summary>
    public const int TextScalarsMax = 8_000;

    /// <summary>The salt of a joint release, exactly.</summary>
    public const int SaltBytes = 32;

    /// <summary>The name of another room, exactly.</summary>
    public const int RoomBytes = 16;

    /// <summary>A hash, exactly.</summary>
    public const int HashBytes = 32;

    /// <summary>Messages of one record.</summary>
    public const int PassageMax = 128;

    /// <summary>What is said of their authors, encoded.</summary>
    public const int AuthorsBytesMax = 8 * 1024;

    /// <summary>A signature on a record with the accreditation of its signer, encoded.</summary>
    public const int SignatureBytesMax = 18 * 1024;

    /// <summary>The number of a charter of a line.</summary>
    public const ulong CharterNumberMax = (1UL << 53) - 1;

    /// <summary>The last second that can be named: the end of the year 9999.</summary>
    public const long SecondsMax = 253_402_300_799;

    /// <summary>The most seldom rhythm, in minutes: every four weeks.</summary>
    public const uint RhythmMinutesMax = 40_320;

    /// <summary>Acts of one person in one matter that count, situation reports aside; the rest are words.</summary>
    public const int ActsInMatterMax = 64;

    /// <summary>Situation reports of one person on one period that count; the rest are words.</summary>
    public const int ReportsOfPeriodMax = 4;

    /// <summary>How much earlier than its message an end of reports may be dated: made now, it may be said a moment
    /// later.</summary>
    public const int EndedEarlierSecondsMax = 60;
}
