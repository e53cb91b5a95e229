using Coulisse.Languages;
using CsCheck;

namespace Coulisse.Signals.Tests.Languages;

/// <summary>Checked through the phrases themselves, so that a wrong rule and a wrong form both show.</summary>
public sealed class Plural_rules
{
    private static readonly InterfaceLanguages Ours = InterfaceLanguages.Load(InterfaceLanguages.DefaultFolder);

    [Theory]
    [InlineData("en", 0, "0 comments")]
    [InlineData("en", 1, "1 comment")]
    [InlineData("en", 2, "2 comments")]
    [InlineData("en", 21, "21 comments")]
    [InlineData("en", 1_234, "1,234 comments")]
    [InlineData("fr", 0, "0 commentaire")]
    [InlineData("fr", 1, "1 commentaire")]
    [InlineData("fr", 2, "2 commentaires")]
    [InlineData("fr", 1_234, "1\u202F234 commentaires")]
    [InlineData("fr", 1_000_000, "1\u202F000\u202F000 de commentaires")]
    [InlineData("fr", 1_000_001, "1\u202F000\u202F001 commentaires")]
    [InlineData("ru", 0, "0 комментариев")]
    [InlineData("ru", 1, "1 комментарий")]
    [InlineData("ru", 2, "2 комментария")]
    [InlineData("ru", 5, "5 комментариев")]
    [InlineData("ru", 11, "11 комментариев")]
    [InlineData("ru", 14, "14 комментариев")]
    [InlineData("ru", 21, "21 комментарий")]
    [InlineData("ru", 22, "22 комментария")]
    [InlineData("ru", 101, "101 комментарий")]
    [InlineData("ru", 111, "111 комментариев")]
    [InlineData("ru", 112, "112 комментариев")]
    [InlineData("ru", 1_234, "1234 комментария")]
    [InlineData("ru", 12_345, "12\u00A0345 комментариев")]
    [InlineData("ar", 0, "لا تعليقات")]
    [InlineData("ar", 1, "تعليق واحد")]
    [InlineData("ar", 2, "تعليقان")]
    [InlineData("ar", 3, "3 تعليقات")]
    [InlineData("ar", 10, "10 تعليقات")]
    [InlineData("ar", 11, "11 تعليقًا")]
    [InlineData("ar", 99, "99 تعليقًا")]
    [InlineData("ar", 100, "100 تعليق")]
    [InlineData("ar", 102, "102 تعليق")]
    [InlineData("ar", 103, "103 تعليقات")]
    public void Choose_the_form_that_goes_with_the_number(string language, long n, string expected) =>
        Assert.Equal(expected, Ours.Find(language)!.Count("thread.comments", n));

    [Theory]
    [InlineData("ru", "1.5", "other")]
    [InlineData("ru", "1.0", "other")]
    [InlineData("fr", "1.5", "one")]
    [InlineData("fr", "2.0", "other")]
    [InlineData("en", "1.0", "other")]
    [InlineData("ar", "1.0", "one")]
    [InlineData("ar", "3.5", "other")]
    public void See_the_fraction_digits_that_are_shown(string language, string shown, string expected)
    {
        var number = decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, RulesOf(language).Category(PluralOperands.Of(number)));
    }

    /// <summary>The Russian rule, said a second time in another way, for every number.</summary>
    [Fact]
    public void Agree_with_Russian_grammar_for_any_number() => Gen.Long.Sample(n =>
    {
        var (tens, units) = ((int)Math.Abs(n % 100) / 10, (int)Math.Abs(n % 10));
        var expected = tens == 1 ? "many" : units switch { 1 => "one", 2 or 3 or 4 => "few", _ => "many" };
        Assert.Equal(expected, RulesOf("ru").Category(PluralOperands.Of(n)));
    });

    [Theory]
    [InlineData("one", "x = 1")]
    [InlineData("one", "n ~ 1")]
    [InlineData("one", "n = ")]
    [InlineData("one", "n = 1 und n = 2")]
    [InlineData("one", "n % 0 = 1")]
    [InlineData("one", "")]
    [InlineData("several", "n = 1")]
    public void Refuse_what_is_not_a_rule(string category, string condition) =>
        Assert.Throws<FormatException>(() =>
            PluralRules.Parse(new Dictionary<string, string> { [category] = condition }));

    private static PluralRules RulesOf(string language) => PluralRules.Parse(System.Text.Json.Nodes.JsonNode.Parse(
        File.ReadAllText(Path.Combine(InterfaceLanguages.DefaultFolder, language + ".json")))!["plurals"]!
        .AsObject().ToDictionary(r => r.Key, r => r.Value!.GetValue<string>()));
}
