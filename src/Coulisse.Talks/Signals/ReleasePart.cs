using Coulisse.Talks.Parties;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Signals;

/// <summary>One side's part of a joint release.</summary>
/// <param name="Side">Whose.</param>
/// <param name="Commitment">The hash that it is bound to; null before.</param>
/// <param name="Publication">What became of it.</param>
/// <param name="Text">What it has shown; empty before.</param>
/// <param name="PublishedAt">When it published, as it says; null before.</param>
public sealed record ReleasePart(Side Side, Octets? Commitment, Publication Publication, string Text,
    Instant? PublishedAt);
