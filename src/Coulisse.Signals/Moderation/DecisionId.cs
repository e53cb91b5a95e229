using System.Globalization;

namespace Coulisse.Signals.Moderation;

/// <summary>A decision, by its number in the public log.</summary>
public readonly record struct DecisionId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
