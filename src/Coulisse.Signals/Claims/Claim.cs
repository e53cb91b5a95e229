using System.Collections.Immutable;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Claims;

/// <summary>A claim, by its number in this page's file.</summary>
public readonly record struct ClaimId(long Value);

/// <summary>A sentence of a report, and on whose word it stands.</summary>
/// <param name="Words">Verbatim from that edition.</param>
/// <param name="Speaker">Who is said to have done or said it.</param>
/// <param name="Source">Where the report has it from; empty: the report itself answers for it.</param>
/// <param name="Chain">Who quotes whom, nearest to the reader first: this paper, that newspaper, its unnamed sources.</param>
public sealed record Claim(ClaimId Id, ItemId Item, LanguageTag Language, string Words, string Speaker, string Source,
    ImmutableArray<string> Chain, Hedge Hedge);
