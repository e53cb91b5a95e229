using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;
using Coulisse.World.Desks;

namespace Coulisse.Desk.Tests.Vault;

/// <summary>How the line was: what a desk keeps of it, and what it must not claim to know.</summary>
public sealed class TheLogOfTheLine : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2031, 3, 9, 12, 0, 0, TimeSpan.Zero);

    private readonly SimulatedVault disk = new();
    private readonly IVault vault;
    private readonly LineLog log;

    public TheLogOfTheLine()
    {
        vault = disk.Open();
        log = new(vault);
    }

    public void Dispose() => vault.Dispose();

    [Fact]
    public void The_first_that_is_known_begins_a_record()
    {
        Assert.True(log.Note("open", 0, Noon));
        Assert.Equal([new LineSpan(Noon, Noon, "open", 0)], log.All());
    }

    [Fact]
    public void What_goes_on_is_one_record_that_grows_by_a_beat_and_not_before()
    {
        log.Note("open", 0, Noon);
        Assert.False(log.Note("open", 0, Noon + LineLog.Beat - TimeSpan.FromMilliseconds(1)));
        Assert.Equal([new LineSpan(Noon, Noon, "open", 0)], log.All());
        Assert.False(log.Note("open", 0, Noon + LineLog.Beat));
        Assert.Equal([new LineSpan(Noon, Noon + LineLog.Beat, "open", 0)], log.All());
    }

    [Fact]
    public void The_most_that_a_cause_was_about_is_kept_and_no_less()
    {
        log.Note("missing", 3, Noon);
        Assert.False(log.Note("missing", 7, At(5)));
        log.Note("missing", 2, At(70));
        Assert.Equal([new LineSpan(Noon, At(70), "missing", 7)], log.All());
    }

    [Fact]
    public void Another_cause_ends_a_record_where_the_next_begins()
    {
        log.Note("open", 0, Noon);
        Assert.True(log.Note("station-gone", 0, At(20)));
        Assert.True(log.Note("open", 0, At(30)));
        Assert.Equal(
            [new LineSpan(Noon, At(20), "open", 0), new(At(20), At(30), "station-gone", 0), new(At(30), At(30),
                "open", 0)], log.All());
    }

    [Fact]
    public void Of_a_time_in_which_the_desk_was_closed_nothing_is_said()
    {
        log.Note("open", 0, Noon);
        Assert.False(log.Note("open", 0, Noon + LineLog.Gap));
        var later = Noon + 2 * LineLog.Gap + TimeSpan.FromMilliseconds(1);
        Assert.True(log.Note("open", 0, later));
        Assert.True(log.Note("station-gone", 0, later + 2 * LineLog.Gap));
        Assert.Equal([new LineSpan(Noon, Noon + LineLog.Gap, "open", 0), new(later, later, "open", 0),
            new(later + 2 * LineLog.Gap, later + 2 * LineLog.Gap, "station-gone", 0)], log.All());
    }

    [Fact]
    public void A_clock_that_is_set_back_begins_anew_and_makes_no_record_end_before_it_began()
    {
        log.Note("open", 0, Noon);
        log.Note("open", 0, At(90));
        var back = Noon - TimeSpan.FromHours(1);
        Assert.True(log.Note("open", 0, back));
        Assert.True(log.Note("station-gone", 0, back - TimeSpan.FromHours(1)));
        Assert.Equal([new LineSpan(Noon, At(90), "open", 0), new(back, back, "open", 0),
            new(back - TimeSpan.FromHours(1), back - TimeSpan.FromHours(1), "station-gone", 0)], log.All());
        Assert.All(log.All(), span => Assert.True(span.Until >= span.From));
    }

    [Fact]
    public void Past_two_thousand_the_oldest_go_and_the_order_stays()
    {
        for (var number = 0; number < 2_010; number++)
            log.Note(number % 2 == 0 ? "open" : "station-gone", 0, At(number));
        var all = log.All();
        Assert.Equal(2_000, all.Count);
        Assert.Equal((At(10), At(2_009)), (all[0].From, all[^1].From));
        Assert.Equal(all.OrderBy(span => span.From), all);
    }

    [Fact]
    public void It_is_there_after_a_restart_and_goes_on()
    {
        log.Note("open", 0, Noon);
        vault.Commit();
        using var again = disk.Open();
        var reopened = new LineLog(again);
        Assert.False(reopened.Note("open", 0, At(70)));
        Assert.Equal([new LineSpan(Noon, At(70), "open", 0)], reopened.All());
        Assert.Single(again.Keys(VaultTable.LineLog, Opaque.Empty));
    }

    private static DateTimeOffset At(double seconds) => Noon.AddSeconds(seconds);
}
