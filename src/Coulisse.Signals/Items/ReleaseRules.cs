using System.Collections.Immutable;

namespace Coulisse.Signals.Items;

/// <summary>What may go out.</summary>
public static class ReleaseRules
{
    /// <summary>How much later than agreed a release may be without being called late.</summary>
    public const int LateAfterSeconds = 60;

    /// <param name="item">The item, as it stands.</param>
    /// <param name="covered">The versions that its latest signed revision covers; see <c>SignedFileStore</c>.</param>
    public static Releasing Check(Item? item, ImmutableDictionary<LanguageTag, int> covered) => item switch
    {
        null => Releasing.Missing,
        { State: ItemState.Withdrawn } => Releasing.Withdrawn,
        { State: ItemState.Published } => Releasing.AlreadyOut,
        { Kind: ItemKind.Report } => Releasing.MayGoOut,
        _ when !item.Editions.Any(e => e.Standing == EditionStanding.Authentic) => Releasing.NoAuthenticWords,
        _ when item.Editions.Any(e => IsForTheSeal(e) && !IsSigned(e, covered)) => Releasing.NotSigned,
        _ => Releasing.MayGoOut,
    };

    /// <summary>In a statement, these words are the party's: they need its seal. A machine's never have it.</summary>
    public static bool IsForTheSeal(Edition edition) => edition.Standing is not EditionStanding.Machine;

    public static bool IsSigned(Edition edition, ImmutableDictionary<LanguageTag, int> covered) =>
        covered.TryGetValue(edition.Language, out var version) && version == edition.Latest.Number;
}
