using System.Collections.Immutable;
using NodaTime;

namespace Coulisse.Signals.Items;

/// <summary>A statement or report with its editions, the original first, the others by language.</summary>
/// <param name="PublicId">16 random bytes in hex: the id that stands in signed files.</param>
/// <param name="OriginalLanguage">Null: the original is missing, which every edition says.</param>
/// <param name="PublishZone">The zone in which the minute of release was agreed (tz database name).</param>
/// <param name="ImportedFrom">What an imported item says of where it came from.</param>
/// <param name="OriginalAddress">Where the original stands when it stands elsewhere.</param>
public sealed record Item(ItemId Id, string PublicId, ItemKind Kind, ItemState State, LanguageTag? OriginalLanguage,
    Instant CreatedAt, Instant? PublishAt, string? PublishZone, Instant? PublishedAt, Instant? WithdrawnAt,
    string? WithdrawalReason, string? ImportedFrom, string? OriginalAddress, ImmutableArray<Edition> Editions)
{
    /// <summary>Seen by the public: published now, or withdrawn with a trace.</summary>
    public bool IsPublic => State is ItemState.Published or ItemState.Withdrawn;

    public Edition? In(LanguageTag language) => Editions.FirstOrDefault(e => e.Language == language);

    /// <summary>The editions that the public may read.</summary>
    public IEnumerable<Edition> LiveEditions => Editions.Where(e => e.Live is not null);

    public Edition? Original => OriginalLanguage is { } language ? In(language) : null;

    /// <summary>A translation whose source has moved on since it was made.</summary>
    public bool IsOutOfDate(Edition edition) => IsBehind(edition.Live ?? edition.Latest, edition.Language);

    /// <summary>The edition for a reader of <paramref name="language"/>: theirs, else the original, else the first.</summary>
    public Edition? BestFor(string language) =>
        LiveEditions.FirstOrDefault(e => e.Language.Value == language)
        ?? (Original is { Live: not null } original ? original : null)
        ?? LiveEditions.FirstOrDefault();

    /// <summary>How long after the agreed minute it went out, if that was late; null when it was in time.</summary>
    public Duration? LateBy => PublishedAt is { } outAt && PublishAt is { } agreed
        && outAt - agreed > Duration.FromSeconds(ReleaseRules.LateAfterSeconds) ? outAt - agreed : null;

    /// <summary>As <see cref="IsOutOfDate"/>, by what was last written instead of what the public sees.</summary>
    public bool IsLatestBehind(Edition edition) =>
        edition.Latest.Source is { } source && source.Language != edition.Language
        && In(source.Language) is { } from && from.Latest.Number > source.Number;

    private bool IsBehind(EditionVersion version, LanguageTag language) =>
        version.Source is { } source && source.Language != language
        && In(source.Language)?.Live is { } now && now.Number > source.Number;
}
