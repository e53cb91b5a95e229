using System.Collections.Immutable;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Publisher;

/// <summary>One item with all that can be done to it.</summary>
/// <param name="Covered">The versions that the latest signed revision covers.</param>
/// <param name="Release">Whether it may go out, and why not.</param>
/// <param name="CanTranslate">A machine translation server was named at start.</param>
/// <param name="CanSealWithdraw">It is a signed statement that the seal has not withdrawn.</param>
/// <param name="Typed">What was typed into a form that was refused.</param>
public sealed record PublisherItemModel(Item Item, ImmutableDictionary<LanguageTag, int> Covered, Releasing Release,
    bool CanTranslate, bool CanSealWithdraw, ItemForms Typed, ImmutableArray<Fault> Faults, string? SaidKey);

/// <summary>The small forms of an item's screen.</summary>
/// <param name="Twice">The agreed minute comes twice in that zone: which?</param>
public sealed record ItemForms(string Date = "", string Time = "", string Zone = "UTC",
    AgreedMinute.Twice? Twice = null,
    string Reason = "", string Language = "", string Target = "");
