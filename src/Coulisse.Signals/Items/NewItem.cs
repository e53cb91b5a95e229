using NodaTime;

namespace Coulisse.Signals.Items;

/// <summary>What is needed to begin an item.</summary>
/// <param name="PublicId">Kept when an export comes back; null makes a new one.</param>
public sealed record NewItem(ItemKind Kind, LanguageTag? OriginalLanguage, EditionText First,
    string? PublicId = null, string? ImportedFrom = null, string? OriginalAddress = null);

/// <summary>Words for one edition, before they have a version number.</summary>
/// <param name="Body">Markdown; see <see cref="Limits"/>.</param>
public sealed record EditionText(LanguageTag Language, EditionStanding Standing, string Title, string Body,
    SourceVersion? Source = null, string? Engine = null, Instant? MadeAt = null, string? Note = null);
