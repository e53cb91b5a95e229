using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Wire.Statements;

namespace Coulisse.Signals.Statements;

/// <summary>Makes the statement that is to be signed: the latest authentic and official words, the original first.</summary>
/// <remarks>A machine's words are never in it.</remarks>
public static class StatementDrafts
{
    /// <exception cref="ArgumentException">The item is no statement, or its id is not ours.</exception>
    public static Statement Of(Item item, string party, int revision) => new(
        party,
        StatementId.FromHex(item.PublicId) ?? throw new ArgumentException("Not a statement's id.", nameof(item)),
        revision,
        Place: null,
        [.. item.Editions.Where(ReleaseRules.IsForTheSeal).Select(ToWire)]);

    /// <summary>Which versions that statement holds.</summary>
    public static ImmutableArray<SourceVersion> Covers(Item item) =>
        [.. item.Editions.Where(ReleaseRules.IsForTheSeal).Select(e => new SourceVersion(e.Language, e.Latest.Number))];

    private static StatementEdition ToWire(Edition edition) => new(edition.Language.Value,
        edition.Standing is Items.EditionStanding.Authentic
            ? Wire.Statements.EditionStanding.Authentic
            : Wire.Statements.EditionStanding.OfficialTranslation,
        edition.Latest.Title, edition.Latest.Body);
}
