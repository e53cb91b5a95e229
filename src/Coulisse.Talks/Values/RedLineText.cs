using System.Collections.Immutable;

namespace Coulisse.Talks.Values;

/// <summary>A limit in so many words that it can be asked about: a warning without a consequence is muddle.</summary>
/// <param name="Act">What must not be done.</param>
/// <param name="Threshold">From where on it is done.</param>
/// <param name="Consequence">What then follows.</param>
/// <param name="Scope">Where, when and for whom it holds.</param>
/// <param name="Certainty">How certainly it follows.</param>
public sealed record RedLineText(ImmutableArray<Wording> Act, ImmutableArray<Wording> Threshold,
    ImmutableArray<Wording> Consequence, ImmutableArray<Wording> Scope, Certainty Certainty);
