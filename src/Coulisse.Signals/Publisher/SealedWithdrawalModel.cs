using System.Collections.Immutable;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Publisher;

/// <summary>Bringing the seal's own withdrawal of a statement.</summary>
/// <param name="Latest">The latest signed file: what is withdrawn.</param>
/// <param name="Findings">What an altered file differs in, in English as the wire format says it.</param>
public sealed record SealedWithdrawalModel(Item Item, SignedFile Latest, ImmutableArray<string> Findings,
    ImmutableArray<Fault> Faults);
