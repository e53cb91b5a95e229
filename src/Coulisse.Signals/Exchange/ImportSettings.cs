using Coulisse.Signals.Items;
using NodaTime;

namespace Coulisse.Signals.Exchange;

/// <summary>What a saved article does not say of itself, as the person who imports it says it.</summary>
/// <param name="Language">Null: as the file reads.</param>
/// <param name="Zone">The zone of the file's dates, which name none.</param>
/// <param name="Standing">What the text is; a machine's is labelled "engine unknown" unless <paramref name="Engine"/> is given.</param>
/// <param name="From">Where it comes from, shown beside the label.</param>
/// <param name="OriginalAddress">Where the original stands, if this is a translation.</param>
public sealed record ImportSettings(LanguageTag? Language, DateTimeZone Zone, EditionStanding Standing, string? Engine,
    string From, string? OriginalAddress);
