using Coulisse.Languages;
using NodaTime;

namespace Coulisse.Signals.Tests.Languages;

public sealed class Writing_in_a_language
{
    private static readonly InterfaceLanguages Ours = InterfaceLanguages.Load(InterfaceLanguages.DefaultFolder);
    private static readonly Instant Noon = Instant.FromUtc(2022, 11, 7, 11, 30);
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Theory]
    [InlineData("en", "7 November 2022, 12:30")]
    [InlineData("fr", "7 novembre 2022 à 12\u00A0h\u00A030")]
    [InlineData("ru", "7 ноября 2022, 12:30")]
    [InlineData("ar", "7 نوفمبر 2022، 12:30")]
    public void A_minute_is_written_in_the_reader_s_zone(string language, string expected) =>
        Assert.Equal(expected, Language(language).Minute(Noon, Paris));

    [Theory]
    [InlineData("en", "1 August 2025")]
    [InlineData("fr", "1er août 2025")]
    [InlineData("ru", "1 августа 2025")]
    [InlineData("ar", "1 أغسطس 2025")]
    public void A_day_is_written(string language, string expected) =>
        Assert.Equal(expected, Language(language).Day(new LocalDate(2025, 8, 1)));

    [Fact]
    public void The_day_is_the_one_in_the_zone() => Assert.Equal(
        "8 November 2022", Language("en").Day(Instant.FromUtc(2022, 11, 7, 23, 30), Paris));

    [Theory]
    [InlineData("Europe/Paris", "UTC+1")]
    [InlineData("America/St_Johns", "UTC−3:30")]
    [InlineData("Etc/UTC", "UTC")]
    public void A_zone_is_shown_by_its_offset(string zone, string expected) =>
        Assert.Equal(expected, Language("en").ZoneOffset(Noon, DateTimeZoneProviders.Tzdb[zone]));

    [Theory]
    [InlineData("en", 1, "+1")]
    [InlineData("en", 0, "0")]
    [InlineData("en", -1, "−1")]
    [InlineData("en", -1_200, "−1,200")]
    [InlineData("ar", 1, "\u2068+1\u2069")]
    [InlineData("ar", 0, "0")]
    [InlineData("ar", -1, "\u2068−1\u2069")]
    [InlineData("en", long.MinValue, "−9,223,372,036,854,775,808")]
    public void A_score_keeps_its_sign_on_its_side(string language, long score, string expected) =>
        Assert.Equal(expected, Language(language).SignedScore(score));

    [Theory]
    [InlineData("en", "fr", "French")]
    [InlineData("fr", "ru", "russe")]
    [InlineData("ru", "ar", "арабский")]
    [InlineData("ar", "fr-CA", "الفرنسية")]
    [InlineData("en", "FR", "French")]
    [InlineData("en", "tlh", "tlh")]
    public void A_language_is_named_in_another(string language, string named, string expected) =>
        Assert.Equal(expected, Language(language).LanguageName(named));

    [Theory]
    [InlineData("en", "Office of Sorvane", "according to Office of Sorvane")]
    [InlineData("en", "مكتب", "according to \u2068مكتب\u2069")]
    [InlineData("ar", "مكتب", "بحسب مكتب")]
    [InlineData("ar", "Aldermark", "بحسب \u2068Aldermark\u2069")]
    [InlineData("ar", "A. مكتب", "بحسب \u2068A. مكتب\u2069")]
    [InlineData("ar", "(3)", "بحسب \u2068(3)\u2069")]
    [InlineData("en", "\u202Eevil", "according to evil")]
    [InlineData("en", "\u2069\u2069מ", "according to \u2068מ\u2069")]
    public void A_value_of_the_other_direction_is_isolated(string language, string speaker, string expected) =>
        Assert.Equal(expected, Language(language).Text("claims.according-to", ("speaker", speaker)));

    [Fact]
    public void Numbers_among_values_are_written_in_the_language() => Assert.Equal(
        "Page 1\u202F200 sur 3\u202F000",
        Language("fr").Text("thread.page", ("n", 1_200), ("m", 3_000L)));

    [Fact]
    public void A_key_that_nobody_wrote_is_a_bug_that_names_the_key() => Assert.Contains(
        "nav.moon",
        Assert.Throws<KeyNotFoundException>(() => Language("en")["nav.moon"]).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_phrase_wants_its_values_no_fewer_and_no_more()
    {
        var english = Language("en");
        Assert.Throws<ArgumentException>(() => english["thread.page"]);
        Assert.Throws<ArgumentException>(() => english.Text("thread.page", ("n", 1)));
        Assert.Throws<ArgumentException>(() => english.Text("thread.page", ("n", 1), ("m", 2), ("p", 3)));
        Assert.Throws<ArgumentException>(() => english.Text("thread.page", ("n", 1), ("n", 1)));
        Assert.Throws<ArgumentException>(() => english.Text("thread.page", ("n", 1), ("m", 2.5)));
        Assert.Throws<ArgumentException>(() => english.Text("thread.comments", ("n", 1)));
        Assert.Throws<ArgumentException>(() => english.Count("nav.home", 1));
        Assert.Equal("Page 1 of 2", english.Text("thread.page", ("n", 1), ("m", 2)));
    }

    private static InterfaceLanguage Language(string code) => Ours.Find(code)!;
}
