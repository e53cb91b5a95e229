using Coulisse.Signals.Items;
using NodaTime;
using static Coulisse.Signals.Items.AgreedMinute;

namespace Coulisse.Signals.Tests.Publisher;

/// <summary>Zurich goes forward on 30 March 2031 at 02:00, and back on 26 October 2031 at 03:00.</summary>
public sealed class An_agreed_minute
{
    private static readonly Instant Now = Instant.FromUtc(2031, 1, 1, 0, 0);

    [Fact]
    public void Is_local_time_in_its_zone() =>
        Assert.Equal(Instant.FromUtc(2031, 7, 1, 16, 0), Assert.IsType<At>(In("2031-07-01", "18:00")).Instant);

    [Fact]
    public void That_clocks_skip_never_comes() => Assert.IsType<Never>(In("2031-03-30", "02:30"));

    [Fact]
    public void That_comes_twice_must_be_told_apart()
    {
        var twice = Assert.IsType<Twice>(In("2031-10-26", "02:30"));
        Assert.Equal((Instant.FromUtc(2031, 10, 26, 0, 30), Instant.FromUtc(2031, 10, 26, 1, 30)), (twice.First, twice.Second));
        Assert.Equal(twice.First, Assert.IsType<At>(In("2031-10-26", "02:30", Occurrence.First)).Instant);
        Assert.Equal(twice.Second, Assert.IsType<At>(In("2031-10-26", "02:30", Occurrence.Second)).Instant);
    }

    [Fact]
    public void That_has_passed_is_refused() => Assert.IsType<Past>(In("2030-12-31", "23:00"));

    [Fact]
    public void Of_another_lifetime_is_refused() => Assert.IsType<TooFar>(In("2131-01-01", "00:00"));

    [Theory]
    [InlineData("2031-02-30", "18:00", "Europe/Zurich")]
    [InlineData("2031-02-01", "24:00", "Europe/Zurich")]
    [InlineData("2031-02-01", "18:00", "Nowhere/Land")]
    [InlineData("", "", "")]
    public void That_cannot_be_read_is_refused(string date, string time, string zone) =>
        Assert.IsType<Unreadable>(Resolve(date, time, zone, Occurrence.NotSaid, Now));

    private static AgreedMinute In(string date, string time, Occurrence which = Occurrence.NotSaid) =>
        Resolve(date, time, "Europe/Zurich", which, Now);
}
