using System.Collections.Immutable;

namespace Coulisse.Signals.Claims;

/// <summary>What a person enters about a sentence, before it is kept.</summary>
/// <param name="Words">As they stand in the text, single spaces.</param>
/// <param name="Chain">Who quotes whom, nearest to the reader first.</param>
/// <param name="Hedge">Null: not chosen yet.</param>
public sealed record ClaimDraft(string Words, string Speaker, string Source, ImmutableArray<string> Chain, Hedge? Hedge)
{
    public static ClaimDraft Empty { get; } = new("", "", "", [], null);

    public static ClaimDraft Of(Claim claim) => new(claim.Words, claim.Speaker, claim.Source, claim.Chain, claim.Hedge);
}
