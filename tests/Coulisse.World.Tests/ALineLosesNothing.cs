using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Tests;

/// <summary>I3, I4, I14 for stations alone: what was taken arrives once, whole and in order, whatever the
/// weather.</summary>
public sealed class ALineLosesNothing : IDisposable
{
    private static readonly RoomId Room = new(Opaque.CopyOf([1, 2, 3, 4]));

    private readonly Pair pair = new(new Seed(7));

    public void Dispose() => pair.Dispose();

    [Fact]
    public void In_fair_weather_what_one_desk_says_is_with_all_others_within_a_second()
    {
        var world = new ScribeWorld(new Seed(1), pair, Weather.Fair, desks: 2);
        world.Scribes[0].Say(Message(world, 100));
        world.Scribes[3].Say(Message(world, 60_000));
        world.Stations.Pass(TimeSpan.FromSeconds(1));
        foreach (var scribe in world.Scribes)
            Assert.Equal(2, scribe.Read.Count);
        Converged(world);
    }

    [Theory]
    [InlineData(25)]
    public void In_any_weather_everything_that_was_taken_arrives_once_it_clears(int days)
    {
        for (var day = 1; day <= days; day++)
        {
            var seed = new Seed((ulong)day);
            var world = new ScribeWorld(seed, pair, Weather.Bad(seed), desks: 2);
            for (var said = 0; said < 60; said++)
            {
                world.Scribes[seed.Below(4)].Say(Message(world, 1 + seed.Below(3_000)));
                world.Stations.Pass(seed.Between(TimeSpan.Zero, TimeSpan.FromMinutes(4)));
            }
            world.Stations.Weather = Weather.Fair;
            world.Stations.Pass(TimeSpan.FromMinutes(10));
            Assert.All(world.Scribes, scribe => Assert.True(scribe.IsIdle, $"day {day}: still waiting"));
            Assert.Equal(60, world.Scribes.Sum(scribe => scribe.Taken.Count));
            Converged(world);
        }
    }

    private static void Converged(ScribeWorld world)
    {
        Assert.All(world.Stations.Stations, station => Assert.Null(station.Status.Frozen));
        Assert.Single(world.Scribes.Select(scribe => scribe.Transcript()).Distinct());
        foreach (var side in (Side[])[Side.A, Side.B])
        {
            var log = world.Scribes[0].Read.Where(one => one.Key.Side == side).OrderBy(one => one.Key.Place)
                .Select(one => WireValue.Decode<Entry>(one.Value.Span)).ToList();
            Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (ulong)n), log.Select(one => one.Place.Sequence));
            var envelopes = log.SelectMany(one => one.Envelopes.Select((envelope, at) => (one.Place, at, envelope)));
            var said = world.ScribesOf(side).SelectMany(scribe => scribe.Taken).SelectMany(taken =>
                taken.Submission.Envelopes.Select((envelope, at) =>
                    (taken.Verdict.Place, taken.Verdict.Index + at, envelope)));
            Assert.Equal(said.OrderBy(one => one.Place).ThenBy(one => one.Item2), envelopes);
        }
    }

    private static Envelope Message(ScribeWorld world, int length) =>
        new(EnvelopeKind.Message, Precedence.Routine, Room, 0, world.Stations.Random(length), Opaque.Empty);
}
