using System.Collections.Immutable;

namespace Coulisse.Languages;

/// <summary>Which form of a word goes with a number: the rules of one language, tried in CLDR's order.</summary>
public sealed class PluralRules
{
    /// <summary>The form for numbers that no rule takes; every language has it.</summary>
    public const string Other = "other";

    private static readonly ImmutableArray<string> Order = ["zero", "one", "two", "few", "many"];

    private readonly ImmutableArray<(string Category, PluralCondition Condition)> _rules;

    private PluralRules(ImmutableArray<(string Category, PluralCondition Condition)> rules) => _rules = rules;

    /// <summary>The categories this language has, in CLDR's order, <see cref="Other"/> last.</summary>
    public ImmutableArray<string> Categories => [.. _rules.Select(r => r.Category), Other];

    /// <summary>Reads category → condition, such as <c>"one": "n % 10 = 1 and n % 100 != 11"</c>.</summary>
    /// <exception cref="FormatException">A category or a condition is not one of CLDR's.</exception>
    public static PluralRules Parse(IReadOnlyDictionary<string, string> conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        var unknown = conditions.Keys.Except(Order).Order(StringComparer.Ordinal).FirstOrDefault();
        if (unknown is not null)
            throw new FormatException(
                $"\"{unknown}\" is not a plural category; write one of {string.Join(", ", Order)}.");
        return new([.. Order.Where(conditions.ContainsKey).Select(c => (c, PluralCondition.Parse(conditions[c])))]);
    }

    /// <summary>The category of a number.</summary>
    public string Category(PluralOperands number)
    {
        foreach (var (category, condition) in _rules)
        {
            if (condition.Holds(number))
                return category;
        }
        return Other;
    }
}
