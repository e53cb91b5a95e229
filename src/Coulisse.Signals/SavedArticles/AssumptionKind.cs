namespace Coulisse.Signals.SavedArticles;

/// <summary>What the reader decided although the file does not say it.</summary>
public enum AssumptionKind
{
    EncodingGuessed,
    BytesReplaced,
    ControlsStripped,
    InvisiblesKept,
    LanguageGuessed,
    BodyMissing,
    HeadingGuessed,
    QuotationGuessed,
    CountsDiffer,
    CountNotMet,
    NumberSkipped,
    NumberRepeated,
    LevelSkipped,
    IndentationUneven,
    NestedByNumber,
    NestingFlattened,
    OutdentedText,
    ScoreMissing,
    DateMissing,
    DateOrderGuessed,
    TimeMissing,
    ZoneDropped,
    MarkKeptAsText,
    QuotationsNotSought,
    EndsInsideComment,
}
