using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Tests;

/// <summary>A room is opened in the suite that its creator's desk speaks, or not at all: a key package of another
/// suite, older or weaker or merely other, is nobody's.</summary>
[Trait("Row", "12")]
public sealed class NoSuiteButTheRooms : IDisposable
{
    private readonly Pair pair = new(new Seed(41));
    private readonly Cast cast;
    private readonly DeskWorld world;

    public NoSuiteButTheRooms()
    {
        cast = new(pair, new Seed(42), each: 1, Ciphersuite.PostQuantum(0xf002));
        world = new(new Seed(43), cast, Weather.Fair);
    }

    public void Dispose()
    {
        world.Dispose();
        cast.Dispose();
        pair.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_package_of_another_suite_opens_nothing_and_the_right_one_still_does(bool isClassical)
    {
        var (ours, theirs) = (world.Desks[0], world.Desks[1]);
        var room = world.Propose(ours, theirs, "to keep the line open");
        world.Pass(TimeSpan.FromSeconds(1));
        using var table = new Table(pair, new Seed(44), ours, theirs);
        var suite = isClassical ? Ciphersuite.X25519Aes128Gcm : Ciphersuite.PostQuantum(0xf003);
        table.Give(Side.B, Forger.GivesPackageOf(suite, theirs.Identity, ours.Identity.Id, room, new Seed(45)));
        Assert.NotEqual(RoomStatus.AwaitingConsent, table.Of(ours).StatusOf(room));
        Assert.Contains(table.Screen, one => one is DeskEffect.Alarm { What: DeskAlarm.BrokenRule });
        table.Do(theirs, new DeskEvent.InvitationAccepted(room));
        Assert.Equal(RoomStatus.AwaitingConsent, table.Of(ours).StatusOf(room));
        table.Do(theirs, new DeskEvent.Consented(room));
        Assert.Equal(RoomStatus.Open, table.Of(ours).StatusOf(room));
    }
}
