using System.Collections.Frozen;
using System.Text.Json;

namespace Coulisse.Languages;

/// <summary>Makes a language of a file, or says everything that is wrong with the file at once.</summary>
internal sealed class LanguageReader(string fileName)
{
    private const int CodeCharsMax = 35; // RFC 5646 §4.4.1

    internal List<string> Problems { get; } = [];

    internal InterfaceLanguage? Read(ReadOnlySpan<byte> json)
    {
        LanguageFile file;
        try
        {
            file = LanguageFile.Parse(json);
        }
        catch (JsonException e)
        {
            Say($"is not a language file: {e.Message}");
            return null;
        }
        CheckHead(file);
        var rules = Try("the plural rules", () => PluralRules.Parse(file.Plurals)) ?? PluralRules.Parse(
            new Dictionary<string, string>());
        var day = DatePattern("dates.day", file.Dates.Day, "day", "month", "year");
        var minute = DatePattern("dates.minute", file.Dates.Minute, "date", "hour", "minute");
        var phrases = file.Phrases.ToFrozenDictionary(
            p => p.Key, p => new PhraseForms(ReadForms(p.Key, p.Value, rules)));
        return Problems.Count > 0 || day is null || minute is null
            ? null
            : new InterfaceLanguage(file, rules, day, minute, phrases);
    }

    private void CheckHead(LanguageFile file)
    {
        if (file.Code.Length is 0 or > CodeCharsMax || file.Code.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
            Say("has a \"code\" that is not a language tag such as \"fr\"");
        if (!string.Equals(file.Code + ".json", fileName, StringComparison.Ordinal))
            Say($"has the code \"{file.Code}\"; its name must be {file.Code}.json");
        if (string.IsNullOrWhiteSpace(file.Name))
            Say("has no \"name\"");
        if (file.Direction is not ("ltr" or "rtl"))
            Say("must have the \"direction\" ltr or rtl");
        if (file.Dates.Months.Count != 12 || file.Dates.Months.Any(string.IsNullOrWhiteSpace))
            Say("must have twelve names in \"dates.months\"");
        if (file.Numbers.GroupFrom < 1_000)
            Say("must have a \"numbers.groupFrom\" of 1000 or more");
    }

    private Dictionary<string, Phrase> ReadForms(string key, JsonElement value, PluralRules rules)
    {
        var forms = new Dictionary<string, Phrase>();
        if (value.ValueKind == JsonValueKind.String)
        {
            if (Try($"\"{key}\"", () => Phrase.Parse(Words(value))) is { } phrase)
                forms.Add(PhraseForms.Plain, phrase);
            return forms;
        }
        if (value.ValueKind != JsonValueKind.Object)
        {
            Say($"\"{key}\" must be a text, or plural categories with texts");
            return forms;
        }
        foreach (var form in value.EnumerateObject())
        {
            if (Try($"\"{key}\" has a category whose name", () => Unicode(() => form.Name)) is not { } name)
                continue;
            var place = $"\"{key}\", {name},";
            if (form.Value.ValueKind != JsonValueKind.String)
                Say($"{place} must be a text");
            else if (Try(place, () => Phrase.Parse(Words(form.Value))) is { } phrase)
                forms.Add(name, phrase);
        }
        foreach (var missing in rules.Categories.Except(forms.Keys))
            Say($"\"{key}\" lacks the plural category {missing}");
        foreach (var extra in forms.Keys.Except(rules.Categories))
            Say($"\"{key}\" has the category {extra}, which the plural rules do not name");
        return forms;
    }

    private static string Words(JsonElement text) => Unicode(() => text.GetString()!);

    private static string Unicode(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException fault)
        {
            throw new FormatException("is no Unicode", fault);
        }
    }

    private Phrase? DatePattern(string place, string text, params string[] names)
    {
        var pattern = Try(place, () => Phrase.Parse(text));
        if (pattern is not null && !pattern.Names.ToHashSet().SetEquals(names))
            Say($"{place} must contain {{{string.Join("}, {", names)}}}");
        return pattern;
    }

    private T? Try<T>(string place, Func<T> read) where T : class
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            Say($"{place} {e.Message}");
            return null;
        }
    }

    private void Say(string problem) => Problems.Add($"{fileName} {problem}");
}
