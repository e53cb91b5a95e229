using NodaTime;

namespace Coulisse.Signals.Pages;

/// <summary>What a reader needs to check a statement without trusting this page.</summary>
/// <param name="Seal">The party's public key, 64 hex digits; null while the page has none.</param>
/// <param name="Fingerprint">The same key as digits to be read aloud; null while the page has none.</param>
/// <param name="Since">Since when the page has carried this seal, if it was recorded.</param>
public sealed record VerifyModel(string? Party, string? Seal, string? Fingerprint, Instant? Since);
