using Coulisse.Signals.Items;
using NodaTime;

namespace Coulisse.Signals.Translations;

/// <summary>A reader's word that a translation is wrong, and what the publisher answered.</summary>
/// <param name="Version">The version that the reader had before them.</param>
/// <param name="Words">The words concerned, as the reader gave them; may be empty.</param>
/// <param name="Answer">Null while it waits.</param>
public sealed record TranslationReport(TranslationReportId Id, ItemId Item, LanguageTag Language, int Version, string Words,
    string Remark, bool IsFromAccount, Instant ReportedAt, Instant? AnsweredAt, string? Answer)
{
    public const int WordsCharsMax = 1_000;
    public const int RemarkCharsMax = 2_000;
    public const int AnswerCharsMax = 2_000;
}

/// <summary>A report on a translation, by its number in this page's file.</summary>
public readonly record struct TranslationReportId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
