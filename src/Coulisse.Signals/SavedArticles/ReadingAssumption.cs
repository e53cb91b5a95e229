using System.Diagnostics;

namespace Coulisse.Signals.SavedArticles;

/// <summary>One thing the reader decided on its own.</summary>
/// <param name="Line">The first line concerned; 0 when the whole file is.</param>
/// <param name="Detail">What was found or chosen, such as an encoding's name or "5, 4"; may be empty.</param>
public sealed record ReadingAssumption(AssumptionKind Kind, int Line, string Detail)
{
    public string Sentence => Line == 0 ? Said : $"Line {Line}: {Said}";

    private string Said => Kind switch
    {
        AssumptionKind.EncodingGuessed => $"the file does not name its encoding; read as {Detail}.",
        AssumptionKind.BytesReplaced => $"{Detail} bytes made no character and were replaced by U+FFFD.",
        AssumptionKind.ControlsStripped => $"control characters were taken out of {Detail} lines.",
        AssumptionKind.InvisiblesKept => $"invisible or direction-changing characters were kept in {Detail} lines.",
        AssumptionKind.LanguageGuessed => $"the language is taken to be \"{Detail}\".",
        AssumptionKind.BodyMissing => "nothing stands between the title and the thread.",
        AssumptionKind.HeadingGuessed => "a short line without a full stop is taken as a heading.",
        AssumptionKind.QuotationGuessed => "the paragraph above a line that begins with a dash is taken as quoted.",
        AssumptionKind.CountsDiffer => $"the counts at the title and over the thread differ: {Detail}.",
        AssumptionKind.CountNotMet => $"the number of comments stated and the number found differ: {Detail}.",
        AssumptionKind.NumberSkipped => $"comment numbers are missing before {Detail}.",
        AssumptionKind.NumberRepeated => $"comment number {Detail} comes again or too late.",
        AssumptionKind.LevelSkipped => "a level of nesting is missing; the comment answers the one above it.",
        AssumptionKind.IndentationUneven => "the indentation returns to no open level; the nearest was taken.",
        AssumptionKind.NestedByNumber => "nothing is indented; the numbers' restart is taken as a reply.",
        AssumptionKind.NestingFlattened =>
            $"{Detail} comments lie deeper than {SavedArticleLimits.ThreadLevelsMax} levels and join the last.",
        AssumptionKind.OutdentedText => $"{Detail} lines are indented less than their comment and were kept in it.",
        AssumptionKind.ScoreMissing => "the comment has no score; 0 was taken.",
        AssumptionKind.DateMissing => "the comment has no date; none was invented.",
        AssumptionKind.DateOrderGuessed => "day and month could be either way round; the day was taken first.",
        AssumptionKind.TimeMissing => "the date has no time; 00:00 was taken.",
        AssumptionKind.ZoneDropped => "the time names a zone, which was left out.",
        AssumptionKind.MarkKeptAsText =>
            "this could open a comment but fits no numbering and has no date; kept as text.",
        AssumptionKind.QuotationsNotSought => $"the place of {Detail} quotations was not sought: there are too many.",
        AssumptionKind.EndsInsideComment => "the file ends inside a comment.",
        _ => throw new UnreachableException(),
    };
}
