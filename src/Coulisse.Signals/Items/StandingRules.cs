using System.Collections.Immutable;

namespace Coulisse.Signals.Items;

/// <summary>How an edition comes by its standing: only by an editor's act, and never against what the seal said.</summary>
public static class StandingRules
{
    /// <param name="item">The item with the edition.</param>
    /// <param name="language">The edition's.</param>
    /// <param name="wanted">What it is to be.</param>
    /// <param name="covered">The versions that the latest signed revision covers.</param>
    public static StandingChange Check(Item item, LanguageTag language, EditionStanding wanted,
        ImmutableDictionary<LanguageTag, int> covered) => item.In(language) switch
        {
            null => StandingChange.Missing,
            { Standing: var now } when now == wanted => StandingChange.Unchanged,
            _ when item.State is ItemState.Withdrawn => StandingChange.Closed,
            _ when language == item.OriginalLanguage => StandingChange.OriginalIsAuthentic,
            { Latest: { MadeAt: null, Engine: null } } when wanted is EditionStanding.Machine => StandingChange.NotAMachines,
            _ when wanted is EditionStanding.Machine && covered.ContainsKey(language) => StandingChange.UnderSeal,
            { Latest.Source: null } when wanted is EditionStanding.OfficialTranslation => StandingChange.NoSource,
            _ => StandingChange.Allowed,
        };
}
