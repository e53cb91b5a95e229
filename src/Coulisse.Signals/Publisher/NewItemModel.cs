using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Publisher;

/// <summary>The form for a new item, as it was filled in.</summary>
public sealed record NewItemModel(ItemKind Kind, string Language, string Title, string Body,
    ImmutableArray<BodyBlock> Preview, ImmutableArray<Fault> Faults);
