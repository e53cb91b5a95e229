using System.Globalization;

namespace Coulisse.Languages;

/// <summary>What a plural rule may ask about a number, with the letters of CLDR (UTS #35, part 3).</summary>
/// <param name="N">The absolute value.</param>
/// <param name="I">Its integer digits.</param>
/// <param name="V">How many fraction digits are shown, trailing zeros included.</param>
public readonly record struct PluralOperands(decimal N, decimal I, int V)
{
    /// <summary>The operands of a whole number; the sign does not matter.</summary>
    public static PluralOperands Of(long number)
    {
        var n = Math.Abs((decimal)number);
        return new(n, n, 0);
    }

    /// <summary>The operands of a number as it is shown: <c>1.50m</c> has two fraction digits.</summary>
    public static PluralOperands Of(decimal number)
    {
        var n = Math.Abs(number);
        return new(n, decimal.Truncate(n), n.Scale);
    }

    public override string ToString() => N.ToString(CultureInfo.InvariantCulture);
}
