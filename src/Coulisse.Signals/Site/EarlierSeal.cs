using NodaTime;

namespace Coulisse.Signals.Site;

/// <summary>A seal that this page's statements bore before; the public is told of every change.</summary>
/// <param name="Seal">Public key, 32 bytes in hex.</param>
/// <param name="Until">When the publisher replaced it here.</param>
public sealed record EarlierSeal(string Party, string Seal, Instant Until);
