using Coulisse.World.Days;

namespace Coulisse.World.Tests;

/// <summary>
/// I1 to I12, I14 and I15, looked at after each step of whole days: two stations, four desks, three rooms, and all that
/// goes wrong. Each seed that failed can be played alone: <c>./campaign sim --days 1 --seed N</c>.
/// </summary>
public sealed class DaysGoBy
{
    [Fact]
    [Trait("Row", "2")]
    [Trait("Row", "3")]
    [Trait("Row", "4")]
    [Trait("Row", "5")]
    [Trait("Row", "32")]
    [Trait("Row", "38")]
    public void In_twenty_days_nothing_is_lost_doubled_altered_or_seen_by_a_station() => NothingBreaks(new(20, 1));

    [Fact]
    [Trait("Pace", "slow")]
    public void Nor_in_a_hundred_and_eighty_more() => NothingBreaks(new(180, 21));

    [Fact]
    public void One_seed_is_one_day()
    {
        var first = Campaign.Play(5);
        var second = Campaign.Play(5);
        Assert.Null(first.Violation);
        Assert.Equal(first.Chosen, second.Chosen);
        Assert.Equal((first.Messages, first.Commits, first.Faults, first.Crashes),
            (second.Messages, second.Commits, second.Faults, second.Crashes));
        Assert.NotEqual(first.Chosen, Campaign.Play(6).Chosen);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public void Clocks_that_jump_by_years_change_nothing(ulong seed)
    {
        var right = Campaign.Play(seed, wrongClocks: false);
        var wrong = Campaign.Play(seed);
        Assert.Null(wrong.Violation);
        Assert.Equal(right.Chosen, wrong.Chosen);
        Assert.Equal(right.Commits, wrong.Commits);
    }

    [Fact]
    public void A_campaign_without_enough_in_it_is_not_good()
    {
        var toll = new Toll();
        Assert.False(toll.IsGood);
        toll.Add(new(1, 50, 5, 1, 10, 2, null, []));
        Assert.True(toll.IsGood);
        toll.Add(new(2, 49, 5, 1, 10, 2, null, []));
        Assert.False(toll.IsGood);
        Assert.Equal("days 2, messages 99, commits 10, faults 20, crashes 4, violations 0"
            + " (1 days too thin to say anything)", toll.ToString());
    }

    private static void NothingBreaks(Wishes wishes)
    {
        var broken = new List<string>();
        var toll = Campaign.Run(wishes, day =>
        {
            if (day.Violation is not null)
                broken.Add($"seed {day.Seed}: {day.Violation}");
        });
        Assert.Empty(broken);
        Assert.True(toll.IsGood, toll.ToString());
    }
}
