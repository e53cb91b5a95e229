using System.Collections.Immutable;
using Coulisse.Signals.Site;

namespace Coulisse.Signals.Pages;

/// <summary>What a reader needs to check a statement without trusting this page.</summary>
/// <param name="Seal">The party's public key, 64 hex digits; null while the page has none.</param>
/// <param name="Fingerprint">The same key as digits in groups of five, to be read aloud; null while the page has none.</param>
/// <param name="Earlier">Seals that this page carried before, the latest first: a change is never silent.</param>
public sealed record VerifyModel(string? Party, string? Seal, string? Fingerprint, ImmutableArray<EarlierSeal> Earlier);
