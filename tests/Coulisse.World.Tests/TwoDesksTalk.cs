using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Tests;

/// <summary>One room between two parties, over two real stations, in any weather.</summary>
public sealed class TwoDesksTalk : IDisposable
{
    private readonly Pair pair = new(new Seed(7));
    private readonly List<Cast> casts = [];

    public static TheoryData<string> Suites => ["classical", "post-quantum"];

    public void Dispose()
    {
        casts.ForEach(cast => cast.Dispose());
        pair.Dispose();
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_room_opens_with_both_sides_acts_and_words_arrive(string suite)
    {
        using var world = World(1, Weather.Fair, suite);
        var (adviser, opposite) = (world.Desks[0], world.Desks[1]);
        var room = world.Propose(adviser, opposite, "to keep the line open");
        world.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(RoomStatus.Invited, opposite.Core.StatusOf(room));
        opposite.Do(new DeskEvent.InvitationAccepted(room));
        world.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(RoomStatus.AwaitingConsent, adviser.Core.StatusOf(room));
        Assert.Equal(RoomStatus.AsksForConsent, opposite.Core.StatusOf(room));
        Assert.Equal("to keep the line open", opposite.Core.CharterOf(room)?.Terms.Purpose);
        Say(adviser, room, "too early");
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NotNow), adviser.Screen);
        opposite.Do(new DeskEvent.Consented(room));
        world.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(RoomStatus.Open, adviser.Core.StatusOf(room));
        Assert.Equal(RoomStatus.Open, opposite.Core.StatusOf(room));
        Say(adviser, room, "Bonjour. Здравствуйте. مرحبا. 您好 🕊");
        Say(opposite, room, "We hear you.");
        world.Pass(TimeSpan.FromSeconds(1));
        foreach (var desk in world.Desks)
            Assert.Equal(["Bonjour. Здравствуйте. مرحبا. 您好 🕊", "We hear you."],
                desk.Transcript(room).OrderBy(one => one.Desk != adviser.Identity.Id).Select(one => one.Text));
        Assert.Equal(adviser.Core.EpochOf(room), opposite.Core.EpochOf(room));
        Quiet(world);
    }

    [Fact]
    public void Keys_rotate_while_they_talk_and_finished_epochs_are_erased()
    {
        using var world = World(2, Weather.Fair, "classical");
        var room = Opened(world);
        for (var minute = 0; minute < 60; minute++)
        {
            Say(world.Desks[minute % 2], room, $"minute {minute}");
            world.Pass(TimeSpan.FromMinutes(1));
        }
        world.Pass(TimeSpan.FromMinutes(10));
        var epoch = world.Desks[0].Core.EpochOf(room)!.Value;
        Assert.True(epoch.Epoch > 10, $"only epoch {epoch.Epoch}");
        Assert.All(world.Desks, desk => Assert.Equal(epoch, desk.Core.EpochOf(room)));
        Assert.All(world.Desks, desk => Assert.InRange(desk.Core.ReadableEpochsOf(room), 0, 2));
        Quiet(world);
    }

    [Theory]
    [InlineData(20)]
    public void In_any_weather_with_any_crash_each_word_arrives_once(int days)
    {
        for (var day = 1; day <= days; day++)
        {
            var seed = new Seed((ulong)day);
            using var world = World((ulong)day, Weather.Fair, "classical");
            var room = Opened(world);
            world.Stations.Weather = Weather.Bad(seed);
            var said = new Dictionary<SimulatedDesk, List<string>> { [world.Desks[0]] = [], [world.Desks[1]] = [] };
            for (var number = 0; number < 50; number++)
            {
                var desk = world.Desks[seed.Below(2)];
                if (desk.IsRunning && Accepted(desk, room, $"{day}.{number}"))
                    said[desk].Add($"{day}.{number}");
                world.Pass(seed.Between(TimeSpan.Zero, TimeSpan.FromMinutes(4)));
            }
            world.Stations.Weather = Weather.Fair;
            world.Pass(TimeSpan.FromMinutes(15));
            foreach (var (desk, words) in said)
            {
                foreach (var reader in world.Desks)
                    Assert.Equal(words, reader.Transcript(room).Where(one => one.Desk == desk.Identity.Id)
                        .OrderBy(one => one.Number).Select(one => one.Text));
            }
            Assert.Equal(world.Desks[0].Core.EpochOf(room), world.Desks[1].Core.EpochOf(room));
            Assert.All(world.Desks, desk => Assert.True(desk.Core.IsIdle));
            Quiet(world);
        }
    }

    private DeskWorld World(ulong seed, Weather weather, string suite)
    {
        var cast = new Cast(pair, new Seed(seed), each: 1,
            suite == "classical" ? Ciphersuite.X25519Aes128Gcm : Ciphersuite.PostQuantum(0xf002));
        casts.Add(cast);
        return new(new Seed(seed), cast, weather);
    }

    private static RoomId Opened(DeskWorld world)
    {
        var room = world.Open(world.Desks[0], world.Desks[1], "to keep the line open");
        Assert.All(world.Desks, desk => Assert.Equal(RoomStatus.Open, desk.Core.StatusOf(room)));
        return room;
    }

    private static void Say(SimulatedDesk desk, RoomId room, string text) =>
        desk.Do(new DeskEvent.Said(room, text, Precedence.Routine));

    // Said is what is in the vault: a person whose desk stops before that sees that it is not there.
    private static bool Accepted(SimulatedDesk desk, RoomId room, string text)
    {
        Say(desk, room, text);
        var restarted = new DeskCore(desk.Identity, desk.Vault.Open(), new Seed(1));
        using (restarted)
            return restarted.TranscriptOf(room).Any(one => one.Text == text);
    }

    // I13: nothing is wrong, so nothing is said to be.
    private static void Quiet(DeskWorld world) =>
        Assert.All(world.Desks, desk => Assert.Empty(desk.Screen.OfType<DeskEffect.Alarm>()));
}
