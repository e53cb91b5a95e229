using Coulisse.Door;

namespace Coulisse.Screens.Words;

/// <summary>The terms of a room in the language of the screens.</summary>
internal static class TermsWords
{
    /// <summary>The names of their fields, in the order in which they are read out.</summary>
    internal static IReadOnlyList<string> Fields { get; } =
        ["Purpose", "Excluded", "MayKnow", "Record", "Retention", "Quoting", "MayConsent", "End"];

    /// <summary>What a field says.</summary>
    internal static string Of(Speech speech, TermsAnswer terms, string field) => field switch
    {
        "Purpose" => terms.Purpose,
        "Excluded" => terms.Excluded.Length == 0 ? speech.Now["terms.nothing-excluded"] : terms.Excluded,
        "MayKnow" => Said(speech, terms.MayKnow),
        "Record" => Chosen(speech, "terms.Record", terms.Record),
        "Retention" => terms.RetentionDays == 0 ? speech.Now["terms.Retention.always"]
            : speech.Now.Count("terms.Retention.days", terms.RetentionDays),
        "Quoting" => Chosen(speech, "terms.Quoting", terms.Quoting),
        "MayConsent" => terms.MayConsent.Count == 0 ? speech.Now["terms.unsaid"]
            : string.Join(", ", terms.MayConsent.Select(one => speech.Or($"mandate.{one}", one))),
        _ => Said(speech, terms.End),
    };

    /// <summary>Which fields two say otherwise.</summary>
    internal static IReadOnlyList<string> Changed(Speech speech, TermsAnswer now, TermsAnswer then) =>
        [.. Fields.Where(field => Of(speech, now, field) != Of(speech, then, field))];

    /// <summary>The key of a field's name.</summary>
    internal static string NameOf(string field) => field switch
    {
        "Purpose" => "room.purpose",
        "Excluded" => "room.excluded",
        _ => $"terms.{field}",
    };

    /// <summary>What can be chosen for a field, in words.</summary>
    internal static string OfChoice(Speech speech, string field, string choice) => field switch
    {
        "Retention" => choice == "0" ? speech.Now["terms.Retention.always"]
            : speech.Now.Count("terms.Retention.days", long.Parse(choice, System.Globalization.CultureInfo.InvariantCulture)),
        "MayConsent" => string.Join(", ", choice.Split(',').Select(one => speech.Or($"mandate.{one}", one))),
        _ => Chosen(speech, $"terms.{field}", choice),
    };

    private static string Said(Speech speech, string words) =>
        words.Length == 0 ? speech.Now["terms.unsaid"] : words;

    private static string Chosen(Speech speech, string key, string name) =>
        name.Length == 0 ? speech.Now["terms.unsaid"] : speech.Or($"{key}.{name}", name);
}
