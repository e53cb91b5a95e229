namespace Coulisse.Signals.Items;

/// <summary>A statement or report, by its number in this page's file; it stands in the item's addresses.</summary>
public readonly record struct ItemId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
