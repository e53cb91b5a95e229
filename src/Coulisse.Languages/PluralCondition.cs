using System.Text.RegularExpressions;

namespace Coulisse.Languages;

/// <summary>One condition of a plural rule, such as <c>i % 10 = 2..4 and i % 100 != 12..14</c>.</summary>
/// <remarks>The grammar is a part of CLDR's (UTS #35, part 3, "Plural rules syntax"): <code>
/// condition = all { "or" all }        all  = relation { "and" relation }
/// relation  = ("n"|"i"|"v") [ "%" number ] ("="|"!=") range { "," range }
/// range     = number [ ".." number ] </code></remarks>
internal sealed partial class PluralCondition
{
    private const int TextCharsMax = 500;

    private readonly IReadOnlyList<IReadOnlyList<Relation>> _anyOfAll;

    private PluralCondition(IReadOnlyList<IReadOnlyList<Relation>> anyOfAll) => _anyOfAll = anyOfAll;

    /// <exception cref="FormatException">The text is not a condition; the message shows it.</exception>
    internal static PluralCondition Parse(string text)
    {
        if (text.Length > TextCharsMax)
            throw new FormatException($"A plural rule may have {TextCharsMax} characters.");
        return new([.. OrWord().Split(text).Select(all =>
            (IReadOnlyList<Relation>)[.. AndWord().Split(all).Select(one => ParseRelation(one, text))])]);
    }

    internal bool Holds(PluralOperands number) => _anyOfAll.Any(all => all.All(one => one.Holds(number)));

    private static Relation ParseRelation(string text, string whole)
    {
        var match = RelationShape().Match(text);
        if (!match.Success)
            throw new FormatException(
                $"\"{text.Trim()}\" in the plural rule \"{whole}\" is not like \"n % 10 = 2..4\".");
        decimal? modulus = match.Groups["modulus"].Success ? Number(match.Groups["modulus"].Value) : null;
        if (modulus == 0)
            throw new FormatException($"The plural rule \"{whole}\" divides by zero.");
        var ranges = match.Groups["ranges"].Value.Split(',').Select(range => range.Split("..")).Select(ends =>
            (From: Number(ends[0]), To: Number(ends[^1])));
        return new(match.Groups["operand"].Value[0], modulus, match.Groups["not"].Value == "!", [.. ranges]);
    }

    private static decimal Number(string digits) =>
        decimal.Parse(digits.Trim(), System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Relation(
        char Operand, decimal? Modulus, bool Negated, IReadOnlyList<(decimal From, decimal To)> Ranges)
    {
        internal bool Holds(PluralOperands number)
        {
            var value = Operand switch { 'n' => number.N, 'i' => number.I, _ => number.V };
            if (Modulus is { } modulus)
                value %= modulus;
            // CLDR: a range holds whole numbers only, so 2.5 is not in 2..4.
            var inside = value == decimal.Truncate(value) && Ranges.Any(r => r.From <= value && value <= r.To);
            return inside != Negated;
        }
    }

    [GeneratedRegex(@"\s+or\s+")]
    private static partial Regex OrWord();

    [GeneratedRegex(@"\s+and\s+")]
    private static partial Regex AndWord();

    [GeneratedRegex(@"^\s*(?<operand>[niv])\s*(%\s*(?<modulus>[0-9]{1,12}))?\s*(?<not>!?)=\s*" +
        @"(?<ranges>[0-9]{1,12}(\s*\.\.\s*[0-9]{1,12})?(\s*,\s*[0-9]{1,12}(\s*\.\.\s*[0-9]{1,12})?)*)\s*$")]
    private static partial Regex RelationShape();
}
