using Coulisse.Wire.Lines;
using Coulisse.World.Desks;
using Coulisse.World.Stations;

namespace Coulisse.World.Tests;

/// <summary>Rule 6, and rule 7's loss that it keeps away: while nobody hears us, keys change so often and no oftener,
/// and everything that was said arrives.</summary>
public sealed class KeysRestInTheDark : RoomForThree
{
    private static readonly TimeSpan Rotation = TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(10);

    [Fact]
    public void They_change_sixteen_times_until_the_other_station_has_them()
    {
        var (writes, other) = (Adviser, Opposite);
        for (var kept = 0; kept < 2; kept = writes.Core.ViewOf(Room)!.Turn == Side.A ? kept + 1 : 0)
        {
            Say(writes, "before the dark"); // one who is not answered keeps the turn
            World.Pass(Rotation);
        }
        var begun = EpochOf(writes);
        World.Stations.Weather = Weather.Fair with { DarkFrom = TimeSpan.Zero, DarkUntil = TimeSpan.FromDays(20) };
        for (var round = 0; round < 40; round++)
        {
            Say(writes, $"in the dark {round}");
            World.Pass(Rotation);
        }
        Assert.InRange(EpochOf(writes) - begun, 15UL, 17UL);
        Say(other, "we write too");
        World.Pass(Rotation);
        World.Stations.Weather = Weather.Fair;
        World.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(Adviser.Transcript(Room).Select(heard => heard.Text).Order(StringComparer.Ordinal),
            Opposite.Transcript(Room).Select(heard => heard.Text).Order(StringComparer.Ordinal));
        Assert.Contains(Adviser.Transcript(Room), heard => heard.Text == "we write too");
        var healed = EpochOf(writes);
        Say(Adviser, "and again");
        Say(Opposite, "here too");
        World.Pass(Rotation + Rotation);
        Assert.True(EpochOf(writes) > healed);
    }

    private ulong EpochOf(SimulatedDesk desk) => desk.Core.EpochOf(Room)!.Value.Epoch;
}
