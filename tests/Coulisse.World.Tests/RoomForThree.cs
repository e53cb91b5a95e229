using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Tests;

/// <summary>A room of two desks, each with a colleague outside, over two real stations.</summary>
public abstract class RoomForThree : IDisposable
{
    private protected Pair Pair { get; } = new(new Seed(7));
    private readonly Cast cast;
    private protected DeskWorld World { get; }
    private protected RoomId Room { get; }

    private protected RoomForThree()
    {
        cast = new(Pair, new Seed(11), each: 2, Ciphersuite.X25519Aes128Gcm);
        World = new(new Seed(3), cast, Weather.Fair);
        Room = World.Open(Adviser, Opposite, "to keep the line open");
        Say(Adviser, "before they came");
        Say(Opposite, "we are alone");
        Pass();
    }

    private protected SimulatedDesk Adviser => World.Desks[0];

    private protected SimulatedDesk Colleague => World.Desks[1];

    private protected SimulatedDesk Opposite => World.Desks[2];

    private protected SimulatedDesk TheirColleague => World.Desks[3];

    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        World.Dispose();
        cast.Dispose();
        Pair.Dispose();
    }

    private protected IEnumerable<SimulatedDesk> Members => [Adviser, Colleague, Opposite];

    private protected IntentId Proposed(SimulatedDesk by, SimulatedDesk whom, string why)
    {
        by.Do(new DeskEvent.ChangeProposed(Room, new RoomChange.Admission(whom.Identity.Accreditation), why));
        Pass();
        return by.Core.IntentsOf(Room)[^1].Id;
    }

    private protected void Admit(SimulatedDesk consents, IntentId intent, SimulatedDesk whom)
    {
        consents.Do(new DeskEvent.IntentAnswered(Room, intent, Consents: true, ""));
        Pass();
        Assert.Equal(RoomStatus.Invited, whom.Core.StatusOf(Room));
        whom.Do(new DeskEvent.InvitationAccepted(Room));
        Pass();
    }

    private protected void Recall(SimulatedDesk desk, Side by) => (by == Side.A ? Adviser : Opposite).Do(
        new DeskEvent.OrderBrought(Pair.PartyOf(by).Sign(Order(desk))));

    private protected RoomOrder Order(SimulatedDesk desk) => new(RoomOrderKind.Removal, Room,
        SignaturePublicKey.From(desk.Core.LeafKeyOf(Room)!.Value)!, Opaque.Empty);

    private protected RoomIntent Intent(SimulatedDesk desk, IntentId id) =>
        desk.Core.IntentsOf(Room).Single(one => one.Id == id);

    private protected void Say(SimulatedDesk desk, string text) =>
        desk.Do(new DeskEvent.Said(Room, text, Precedence.Routine));

    private protected List<string> Texts(SimulatedDesk desk) =>
        [.. desk.Transcript(Room).Where(one => one.Act.Count == 0).Select(one => one.Text)];

    private protected void Pass() => World.Pass(TimeSpan.FromSeconds(2));

    private protected void Quiet() =>
        Assert.Empty(World.Desks.SelectMany(desk => desk.Screen).OfType<DeskEffect.Alarm>());
}
