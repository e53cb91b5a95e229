using System.Net;
using System.Text.RegularExpressions;

namespace Coulisse.Signals.Tests.Hostile.Typed;

/// <summary>Reads the fields of a form out of its mark-up.</summary>
internal static partial class Sent
{
    /// <summary>What stands in the field of that name; null without one.</summary>
    public static string? In(string form, string name) =>
        All(form).Where(field => field.Name == name).Select(field => field.Value).FirstOrDefault();

    public static (string Name, string Value)[] All(string form) =>
    [
        .. Inputs().Matches(form).Where(IsSent).Select(tag => (Value(tag.Value, "name"), Value(tag.Value, "value"))),
        .. TextAreas().Matches(form).Select(tag => (Value(tag.Groups[1].Value, "name"), Inside(tag))),
        .. Selects().Matches(form).Select(tag => (Value(tag.Groups[1].Value, "name"),
            Value(Chosen().Match(tag.Groups[2].Value).Value, "value"))),
    ];

    /// <summary>What can be copied: the words in text areas that cannot be changed.</summary>
    public static string[] Readable(string page) =>
        [.. TextAreas().Matches(page).Where(tag => Has(tag.Groups[1].Value, "readonly")).Select(Inside)];

    private static bool IsSent(Match tag) => Value(tag.Value, "name").Length > 0
        && (Value(tag.Value, "type") is not ("radio" or "checkbox") || Has(tag.Value, "checked"));

    private static bool Has(string tag, string attribute) => tag.Contains($" {attribute}", StringComparison.Ordinal);

    private static string Inside(Match tag)
    {
        var inside = WebUtility.HtmlDecode(tag.Groups[2].Value);
        return inside.StartsWith('\n') ? inside[1..] : inside; // HTML: a line feed right behind the tag is not content
    }

    private static string Value(string tag, string attribute) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $" {attribute}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("(<textarea[^>]*>)([^<]*)</textarea>")]
    private static partial Regex TextAreas();

    [GeneratedRegex("(<select[^>]*>)(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option[^>]* selected[^>]*>")]
    private static partial Regex Chosen();
}
