using System.Collections.Immutable;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Site;

namespace Coulisse.Signals.Publisher;

/// <summary>What the publisher sets for the whole page, as it was last filled in.</summary>
/// <param name="Names">The publication's name, by interface language; empty where it has none of its own.</param>
public sealed record SettingsModel(ImmutableSortedDictionary<string, string> Names, string DefaultLanguage, string Zone,
    string TranslatorName, HoldingSettings Holding, SealDraft Seal, string? PresentSeal, ImmutableArray<EarlierSeal> Earlier,
    ImmutableArray<Fault> Faults, string? SaidKey);

/// <summary>The party and the seal that stand under its statements.</summary>
/// <param name="Seal">Public key in hex.</param>
/// <param name="Confirmation">The party's name once more, when a seal is replaced.</param>
public sealed record SealDraft(string Party, string Seal, string Confirmation);
