using System.Collections.Immutable;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Publisher;

/// <summary>Having a statement signed: the file to take to the seal, and the way back.</summary>
/// <param name="HasSeal">Party and seal are set.</param>
/// <param name="Revision">The one that comes next.</param>
/// <param name="Obstacles">What keeps the words from being signed at all, in English as the wire format's rules say it.</param>
/// <param name="Findings">What an altered file differs in.</param>
public sealed record SignModel(Item Item, ImmutableDictionary<LanguageTag, int> Covered, bool HasSeal, int Revision,
    ImmutableArray<string> Obstacles, ImmutableArray<string> Findings, ImmutableArray<Fault> Faults, string? SaidKey)
{
    public bool CanBeSigned => HasSeal && Obstacles.IsEmpty;
}
