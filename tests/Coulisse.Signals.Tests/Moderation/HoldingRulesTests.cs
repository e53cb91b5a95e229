using Coulisse.Signals.Moderation;
using Coulisse.Signals.Tests.Threads;
using Coulisse.Signals.Threads;
using NodaTime;

namespace Coulisse.Signals.Tests.Moderation;

public sealed class HoldingRulesTests
{
    private static readonly HoldingSettings Settings = new()
    {
        ReleasedBeforeMin = 2,
        AccountAgeMinutesMin = 60,
        ReleasedToLinkFreely = 10,
        LinksMax = 1,
        RateMax = 3,
        Words = ["swindler", "double game", "шпион", "جاسوس"],
    };

    private static readonly AuthorStanding Known = new(Duration.FromDays(30), Released: 5, WrittenLately: 0, IsNeverHeld: false);

    [Fact]
    public void A_known_author_with_plain_words_is_not_held() =>
        Assert.Equal(HoldReasons.None, Check("The talks go on.", Known));

    [Theory]
    [InlineData(1, 60, true)]
    [InlineData(2, 59, true)]
    [InlineData(2, 60, false)]
    public void An_author_is_new_until_both_figures_are_reached(int released, int minutes, bool isHeld) =>
        Assert.Equal(isHeld ? HoldReasons.NewAccount : HoldReasons.None,
            Check("Good day.", Known with { Released = released, AccountAge = Duration.FromMinutes(minutes) }));

    [Theory]
    [InlineData(1, 9, false)]
    [InlineData(2, 9, true)]
    [InlineData(2, 10, false)]
    public void More_links_than_allowed_hold_all_but_trusted_authors(int links, int released, bool isHeld) =>
        Assert.Equal(isHeld ? HoldReasons.Links : HoldReasons.None,
            Check(string.Concat(Enumerable.Repeat("https://tessaly.example/a ", links)), Known with { Released = released }));

    [Theory]
    [InlineData("What a SWINDLER!", true)]
    [InlineData("a double\n game", true)]
    [InlineData("swin\u200Ddler", true)]
    [InlineData("ｓｗｉｎｄｌｅｒ", true)]
    [InlineData("Это ШПИОН.", true)]
    [InlineData("هذا جاسوس", true)]
    [InlineData("swindlers", false)]
    [InlineData("double the game", false)]
    public void Listed_words_hold_when_they_stand_whole(string text, bool isHeld) =>
        Assert.Equal(isHeld ? HoldReasons.Words : HoldReasons.None, Check(text, Known));

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Too_many_in_a_short_time_are_held(int lately, bool isHeld) =>
        Assert.Equal(isHeld ? HoldReasons.Rate : HoldReasons.None, Check("Again.", Known with { WrittenLately = lately }));

    [Fact]
    public void Every_reason_that_applies_is_kept() =>
        Assert.Equal(HoldReasons.NewAccount | HoldReasons.Links | HoldReasons.Words | HoldReasons.Rate, Check(
            "swindler http://a.example http://b.example", new(Duration.Zero, Released: 0, WrittenLately: 9, IsNeverHeld: false)));

    [Fact]
    public void A_moderator_is_never_held() =>
        Assert.Equal(HoldReasons.None, Check("swindler", new(Duration.Zero, 0, 9, IsNeverHeld: true)));

    [Fact]
    public void Quoting_a_listed_word_is_not_saying_it()
    {
        var place = new Quotable(new QuotedPlace.InComment(new(1)), "A swindler.");
        var text = PageFile.Words("> A swindler.\n\nMind your words.", place);
        Assert.Equal(HoldReasons.None, new HoldingRules(Settings, new(Settings.Words, WordList.FoldCase)).Check(text, Known));
    }

    [Fact]
    public void Settings_stay_inside_their_limits()
    {
        var limited = new HoldingSettings { RateMax = -4, LinksMax = int.MaxValue, Words = [" ", new string('x', 500), " ok "] }.Limited();
        Assert.Equal(0, limited.RateMax);
        Assert.Equal(HoldingSettings.CountMax, limited.LinksMax);
        Assert.Equal(["ok"], limited.Words);
    }

    private static HoldReasons Check(string typed, AuthorStanding author) =>
        new HoldingRules(Settings, new(Settings.Words, WordList.FoldCase)).Check(PageFile.Words(typed), author);
}
