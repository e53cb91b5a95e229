using System.Collections.Immutable;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Publisher;

/// <summary>The reader's form, as it was filled in.</summary>
/// <param name="IsSent">It was taken; thanks are due.</param>
public sealed record ReportTranslationModel(Item Item, Edition Edition, int Version, string Words, string Remark,
    bool IsSent, ImmutableArray<Fault> Faults);
