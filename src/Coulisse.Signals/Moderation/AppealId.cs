using System.Globalization;

namespace Coulisse.Signals.Moderation;

/// <summary>An appeal against a decision, by its number in the page's file.</summary>
public readonly record struct AppealId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
