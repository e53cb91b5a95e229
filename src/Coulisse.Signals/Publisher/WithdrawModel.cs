using System.Collections.Immutable;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Publisher;

/// <summary>The form that withdraws an item, as it was filled in.</summary>
/// <param name="IsSigned">A statement under the seal: the party can sign its withdrawal too.</param>
public sealed record WithdrawModel(Item Item, string Reason, bool IsSigned, ImmutableArray<Fault> Faults);
