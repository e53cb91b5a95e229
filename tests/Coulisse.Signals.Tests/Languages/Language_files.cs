using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Coulisse.Languages;

namespace Coulisse.Signals.Tests.Languages;

/// <summary>What every file in the folder must be like, whoever added it.</summary>
public sealed partial class Language_files
{
    private static readonly string[] Paths = Directory.GetFiles(InterfaceLanguages.DefaultFolder, "*.json");

    public static TheoryData<string> Files => new(Paths.Select(p => Path.GetFileName(p)));

    [Fact]
    public void Speak_English_French_Russian_and_Arabic() =>
        Assert.Equal(
            ["en", "ar", "fr", "ru"],
            InterfaceLanguages.Load(InterfaceLanguages.DefaultFolder).All.Select(l => l.Code));

    [Theory, MemberData(nameof(Files))]
    public void Keep_their_phrases_sorted_one_to_a_line(string file)
    {
        var keys = File.ReadAllLines(At(file))
            .SkipWhile(l => l != "  \"phrases\": {").Skip(1).TakeWhile(l => l != "  }")
            .Select(l => PhraseLine().Match(l)).Select(m => m.Success ? m.Groups["key"].Value : "(bad line)")
            .ToArray();
        Assert.Equal(Phrases(file).Count, keys.Length);
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Theory, MemberData(nameof(Files))]
    public void Have_no_empty_or_padded_text_and_no_invisible_direction_mark(string file)
    {
        Assert.DoesNotMatch(InvisibleMark(), File.ReadAllText(At(file)));
        Assert.All(Texts(file), text =>
        {
            Assert.NotEmpty(text.Text);
            Assert.Equal(text.Text.Trim(), text.Text);
            Assert.DoesNotContain("  ", text.Text, StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(Files))]
    public void Name_the_same_values_under_the_same_keys_as_English(string file)
    {
        var english = Texts("en.json").ToLookup(t => t.Key, t => Names(t.Text));
        var theirs = Texts(file).ToLookup(t => t.Key, t => Names(t.Text));
        Assert.Equal(english.Select(k => k.Key), theirs.Select(k => k.Key));
        Assert.All(english, key => Assert.Equal(
            key.SelectMany(n => n).Distinct().Order(), theirs[key.Key].SelectMany(n => n).Distinct().Order()));
    }

    [Theory, MemberData(nameof(Files))]
    public void Have_a_form_for_every_plural_category(string file)
    {
        var categories = Rules(file).Categories.Order();
        Assert.All(Phrases(file).Select(p => p.Value).OfType<JsonObject>(), forms =>
            Assert.Equal(categories, forms.Select(f => f.Key).Order()));
    }

    [Theory, MemberData(nameof(Files))]
    public void Leave_the_number_out_only_where_the_form_serves_one_number_alone(string file)
    {
        var rules = Rules(file);
        var served = Enumerable.Range(0, 2_000).CountBy(n => rules.Category(PluralOperands.Of(n))).ToDictionary();
        foreach (var (key, forms) in Phrases(file).Where(p => p.Value is JsonObject))
        {
            foreach (var (category, text) in forms!.AsObject())
            {
                var named = Names(text!.GetValue<string>()).Contains("n");
                Assert.True(named || served[category] == 1, $"{key}, {category}");
            }
        }
    }

    private static string At(string file) => Paths.Single(p => Path.GetFileName(p) == file);

    private static JsonObject Phrases(string file) => Part(file, "phrases");

    private static PluralRules Rules(string file) => PluralRules.Parse(
        Part(file, "plurals").ToDictionary(r => r.Key, r => r.Value!.GetValue<string>()));

    private static JsonObject Part(string file, string name) =>
        JsonNode.Parse(File.ReadAllText(At(file)))![name]!.AsObject();

    private static IEnumerable<(string Key, string Text)> Texts(string file) => Phrases(file).SelectMany(p =>
        p.Value is JsonObject forms
            ? forms.Select(f => (p.Key, f.Value!.GetValue<string>()))
            : [(p.Key, p.Value!.GetValue<string>())]);

    private static string[] Names(string text) => [.. Placeholder().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"^    ""(?<key>[a-z0-9.-]+)"": ("".+""|\{ .+ \}),?$")]
    private static partial Regex PhraseLine();

    [GeneratedRegex("[\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]")]
    private static partial Regex InvisibleMark();

    [GeneratedRegex(@"\{([a-z-]+)\}")]
    private static partial Regex Placeholder();
}
