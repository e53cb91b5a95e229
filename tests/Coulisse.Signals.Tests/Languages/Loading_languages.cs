using System.Text;
using System.Text.Json.Nodes;
using Coulisse.Languages;

namespace Coulisse.Signals.Tests.Languages;

public sealed class Loading_languages
{
    [Fact]
    public void A_file_more_is_a_language_more()
    {
        using var folder = new LanguageFolder();
        folder.Add(PseudoLanguage.Code + ".json", PseudoLanguage.From(folder.English()));

        var pseudo = InterfaceLanguages.Load(folder.Path).Find("en-xa")!;

        Assert.Equal("⟦Šîgñ îñ~~~⟧", pseudo["nav.sign-in"]);
        Assert.Equal("⟦3 çômméñtš~~~~⟧", pseudo.Count("thread.comments", 3));
    }

    [Fact]
    public void A_missing_key_is_named_when_the_files_are_read() => Refused(
        "fr.json lacks \"nav.home\"",
        folder => folder.Change("fr.json", f => f["phrases"]!.AsObject().Remove("nav.home")));

    [Fact]
    public void A_key_that_English_has_not_is_named() => Refused(
        "ar.json has \"nav.moon\"", folder => folder.Change("ar.json", f => f["phrases"]!["nav.moon"] = "x"));

    [Fact]
    public void A_forgotten_value_is_named() => Refused(
        "ru.json, \"thread.page\" must take",
        folder => folder.Change("ru.json", f => f["phrases"]!["thread.page"] = "{n}"));

    [Fact]
    public void A_plural_where_English_has_none_is_named() => Refused(
        "\"nav.home\": only one of this and English has plural forms", folder => folder.Change("fr.json", f =>
            f["phrases"]!["nav.home"] = new JsonObject { ["one"] = "a", ["many"] = "b", ["other"] = "c" }));

    [Theory]
    [InlineData("\"thread.comments\" lacks the plural category many",
        "thread.comments", """{ "one": "a {n}", "few": "b", "other": "c" }""")]
    [InlineData("which the plural rules do not name",
        "thread.comments", """{ "one": "{n}", "two": "b", "few": "b", "many": "c", "other": "c" }""")]
    [InlineData("\"nav.home\" is empty", "nav.home", "\" \"")]
    [InlineData("invisible direction mark", "nav.home", "\"a\\u202Eb\"")]
    [InlineData("a { that is not followed", "nav.home", "\"a {B}\"")]
    [InlineData("a } without", "nav.home", "\"a }\"")]
    [InlineData("must be a text", "nav.home", "7")]
    public void A_damaged_phrase_is_named(string problem, string key, string phrase) =>
        Refused(problem, folder => folder.Change("ru.json", f => f["phrases"]![key] = JsonNode.Parse(phrase)));

    [Theory]
    [InlineData("\"nav.home\" is no Unicode", """ "\ud800" """)]
    [InlineData("\"nav.home\" has a category whose name is no Unicode", "{ \"\u0001\": \"a\" }")]
    public void Half_a_character_is_named(string problem, string phrase) => Refused(problem, folder =>
    {
        folder.Change("ru.json", f => f["phrases"]!["nav.home"] = "HERE");
        var file = Path.Combine(folder.Path, "ru.json");
        var text = File.ReadAllText(file).Replace("\"HERE\"", phrase, StringComparison.Ordinal);
        File.WriteAllBytes(file, [.. Encoding.UTF8.GetBytes(text).Select(one => one == 1 ? (byte)0xff : one)]);
    });

    [Theory]
    [InlineData("its name must be", "code", "\"de\"")]
    [InlineData("\"direction\"", "direction", "\"up\"")]
    [InlineData("is not a language file", "name", "null")]
    [InlineData("is not a language file", "nonsense", "1")]
    [InlineData("\"one\" has no text, but null", "plurals", """{ "one": null }""")]
    [InlineData("\"ru\" has no text, but null", "languages", """{ "ru": null }""")]
    [InlineData("the plural rules", "plurals", """{ "one": "n is 1" }""")]
    [InlineData("twelve names", "dates",
        """{ "day": "{day} {month} {year}", "minute": "{date} {hour} {minute}", "months": [] }""")]
    [InlineData("dates.day must contain", "dates",
        """{ "day": "{day}", "minute": "{date} {hour} {minute}", "months": [] }""")]
    public void A_damaged_head_is_named(string problem, string member, string value) =>
        Refused(problem, folder => folder.Change("fr.json", f => f[member] = JsonNode.Parse(value)));

    [Fact]
    public void Without_English_there_is_nothing_to_measure_against() =>
        Refused("en.json is missing", folder => File.Delete(Path.Combine(folder.Path, "en.json")));

    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("fr", "fr")]
    [InlineData("fr-CA,en;q=0.8", "fr")]
    [InlineData("de,ru;q=0.7,fr;q=0.9", "fr")]
    [InlineData("ar-EG-u-nu-latn", "ar")]
    [InlineData("ru;q=0,fr;q=0.1", "fr")]
    [InlineData("de,*;q=0.5,ru;q=0.1", "en")]
    [InlineData("ru;q=nonsense", "en")]
    [InlineData(";;;,,,=", "en")]
    public void The_browser_s_wish_is_heard(string? header, string expected) =>
        Assert.Equal(expected, InterfaceLanguages.Load(InterfaceLanguages.DefaultFolder).Negotiate(header).Code);

    [Fact]
    public void A_wish_that_is_too_long_is_not_read()
    {
        var ours = InterfaceLanguages.Load(InterfaceLanguages.DefaultFolder);
        const int longest = InterfaceLanguages.AcceptLanguageCharsMax;
        Assert.Equal("ru", ours.Negotiate("ru".PadRight(longest)).Code);
        Assert.Equal("en", ours.Negotiate("ru".PadRight(longest + 1)).Code);
    }

    private static void Refused(string problem, Action<LanguageFolder> spoil)
    {
        using var folder = new LanguageFolder();
        InterfaceLanguages.Load(folder.Path);
        spoil(folder);
        var refusal = Assert.Throws<InvalidDataException>(() => InterfaceLanguages.Load(folder.Path));
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }
}
