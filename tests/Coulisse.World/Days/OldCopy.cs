using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Invariants;
using Coulisse.World.Parties;
using Coulisse.World.Plants;

namespace Coulisse.World.Days;

/// <summary>
/// In a third of the days somebody puts a desk's vault back to a copy of some rounds ago, and later, or never, says so
/// to the desk. In half of these it asks its party for its places again, and brings the orders itself; in some the seal
/// first orders a leaf of another mandate there, which nobody may obey. It is a desk without which the day can end.
/// </summary>
internal sealed class OldCopy
{
    private readonly DeskWorld world;
    private readonly Pair pair;
    private readonly SimulatedDesk desk;
    private readonly int copied;
    private readonly int putBack;
    private readonly int said;
    private readonly bool comesBack;
    private readonly bool isWrong;
    private readonly HashSet<RoomId> asked = [];
    private readonly HashSet<RoomId> misled = [];
    private readonly Seed random;
    private SimulatedVault? copy;

    internal OldCopy(Seed seed, DeskWorld world, Pair pair, Guest guest, PlantedBug bug, List<string> chosen)
    {
        (this.world, this.pair) = (world, pair);
        var copies = new Seed(seed.Number ^ 0x636f7079); // of their own, so that the rest of the day is as it was
        random = copies;
        desk = guest.Whom == world.Desks[1] ? world.Desks[3] : world.Desks[1];
        var happens = copies.Below(3) == 0 || bug is PlantedBug.OldVaultSpeaks or PlantedBug.ReplacedByAnother;
        copied = happens ? 1 + copies.Below(30) : int.MaxValue;
        putBack = happens ? copied + 1 + copies.Below(15) : int.MaxValue;
        said = putBack == int.MaxValue || copies.Below(4) == 0 ? int.MaxValue : putBack + copies.Below(10);
        comesBack = copies.Below(2) == 0 || bug == PlantedBug.ReplacedByAnother;
        isWrong = copies.Below(4) == 0 || bug == PlantedBug.ReplacedByAnother;
        if (happens)
            chosen.Add($"round {putBack}: desk {desk.Connection} is put back to round {copied}, and told so in round "
                + (said == int.MaxValue ? "none" : $"{said}") + (comesBack ? "; it comes back by an order" : "")
                + (comesBack && isWrong ? ", after a wrong one" : ""));
    }

    internal SimulatedDesk Desk => desk;

    /// <summary>Whether it is a day on which it does.</summary>
    internal bool Happens => putBack != int.MaxValue;

    internal bool Happened => desk.IsPutBack;

    internal void Do(int round)
    {
        if (round == copied)
            copy = desk.Vault.Copy();
        if (round == putBack && copy is not null)
        {
            desk.PutBack(copy);
        }
        if (round >= said && Happened && desk.IsRunning
            && desk.Cores.All.Any(core => core.Freshness == DeskFreshness.Older))
            desk.AskAgain(new DeskEvent.PutBack());
        ComeBack();
    }

    /// <summary>What the people do: again, after a crash took it back.</summary>
    internal void ComeBack()
    {
        if (!comesBack || !Happened || !desk.IsRunning || desk.Core.Freshness != DeskFreshness.Fresh)
            return;
        foreach (var room in desk.Core.Rooms.ToList())
        {
            if (desk.IsRunning && desk.Core.StatusOf(room) == RoomStatus.SetBack && asked.Add(room))
                desk.Do(new DeskEvent.ReplacementAsked(room));
            if (desk.IsRunning && desk.Core.StatusOf(room) == RoomStatus.SetBack)
                asked.Remove(room); // the machine stopped before it was done
            if (desk.IsRunning && desk.Core is { IsIdle: true } && desk.Core.StatusOf(room) == RoomStatus.Replacing)
                Bring(room);
        }
    }

    /// <summary>Nobody is left who could obey: they wait no longer.</summary>
    internal void GiveUp()
    {
        foreach (var room in desk.Core.Rooms.ToList())
        {
            if (asked.Contains(room) && desk.Core.StatusOf(room) is RoomStatus.Replacing or RoomStatus.Offered)
                desk.Do(new DeskEvent.WaitingGivenUp(room));
        }
    }

    /// <summary>Who came back is where the others are, and has all that was said since.</summary>
    internal void Ended(RoomId room)
    {
        if (!asked.Contains(room) || !desk.IsRunning || desk.Core.StatusOf(room) != RoomStatus.Open)
            return;
        var others = world.Desks.Where(one => one != desk && one.Core.StatusOf(room) == RoomStatus.Open).ToList();
        if (others.Any(other => other.Core.EpochOf(room) != desk.Core.EpochOf(room)))
            throw new ViolationException($"I14: who came back has not come together with the others in room {room}");
        var joined = desk.Core.JoinedIn(room);
        foreach (var (author, number, _) in world.Watch.Words.In(room).Where(one => one.Author != desk.Identity.Id
            && world.Watch.Words.EpochOf(room, one.Author, one.Number) >= joined))
        {
            if (!world.Watch.Words.IsShown(desk, room, author, number))
                throw new ViolationException($"I3: message {number} of room {room} is not on the desk that came back");
        }
    }

    private void Bring(RoomId room)
    {
        var request = desk.Core.LeafRequestOf(room)!;
        var party = pair.PartyOf(desk.Identity.Side);
        if (isWrong && misled.Add(room))
        {
            var other = ForgedOrders.PackageOf(WithOtherMandate(party), room, random);
            desk.Do(new DeskEvent.OrderBrought(party.Sign(new RoomOrder(RoomOrderKind.Replacement, room,
                request.LeafKey, Opaque.CopyOf(System.Security.Cryptography.SHA256.HashData(other.Span)))), other));
        }
        else
            desk.Do(new DeskEvent.OrderBrought(party.Sign(request.Order)));
    }

    private DeskIdentity WithOtherMandate(InventedParty party)
    {
        var identity = desk.Identity;
        return new()
        {
            Accreditation = party.Sign(identity.Accreditation.Content with { Mandate = Mandate.Observer }),
            Key = identity.Key,
            Seals = identity.Seals,
            Parties = identity.Parties,
            Endorsements = identity.Endorsements,
            Suite = identity.Suite,
        };
    }
}
