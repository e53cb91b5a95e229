using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Charters;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Desks;

namespace Coulisse.World.Invariants;

/// <summary>
/// I2 of members and terms: whoever is in a room was wanted by a person of each side, and whoever is not any more was
/// ordered out by their own party or left; who has another leaf there was ordered there by their own party, and is of
/// the same office and mandate; terms are those that both wanted. Only what people were seen to do counts, of people
/// whom the terms let.
/// </summary>
public sealed class Acts(IReadOnlyList<SimulatedDesk> desks)
{
    private readonly HashSet<(RoomId, Opaque What)> consented = [];
    private readonly HashSet<(RoomId, Opaque What)> unfit = []; // proposed by whom the terms do not let
    private readonly HashSet<(RoomId, Opaque Whom)> ordered = [];
    private readonly HashSet<(RoomId, Opaque Leaf)> replaced = [];
    private readonly Dictionary<(RoomId, ulong Epoch), Dictionary<Opaque, RoomMember>> members = [];
    private readonly Dictionary<(RoomId, ulong Epoch), Opaque> terms = [];

    /// <summary>A person has done something, and was not refused.</summary>
    public void Did(SimulatedDesk desk, DeskEvent happened)
    {
        ArgumentNullException.ThrowIfNull(desk);
        switch (happened)
        {
            case DeskEvent.ChangeProposed { What.Charter: { } proposed } change when !MayBind(desk, change.Room):
                unfit.Add((change.Room, WireValue.Encode(proposed)));
                break;
            case DeskEvent.ChangeProposed { What.Admits: { } whom } change when !MayBind(desk, change.Room):
                unfit.Add((change.Room, whom.Content.Subject.Id));
                break;
            case DeskEvent.IntentAnswered answered when !MayBind(desk, answered.Room):
                break;
            case DeskEvent.IntentAnswered { Consents: true } answered
                when Intent(desk, answered.Room, answered.Intent) is { } intent && intent.By != desk.Identity.Side:
                consented.Add((answered.Room, intent.Whom?.Id ?? WireValue.Encode(intent.What.Charter!)));
                break;
            case DeskEvent.LeaveTaken left:
                ordered.Add((left.Room, desk.Identity.Id));
                break;
            case DeskEvent.OrderBrought { Order: var order }
                when order.By.Party == desk.Identity.Accreditation.By.Party:
                Ordered(order);
                break;
        }
    }

    /// <summary>A desk's room has moved.</summary>
    public void Moved(SimulatedDesk desk, RoomId room)
    {
        ArgumentNullException.ThrowIfNull(desk);
        if (desk.Core.EpochOf(room) is not var (epoch, _) || desk.Core.ViewOf(room) is not { } view)
            return;
        var now = view.Members.ToDictionary(member => member.Desk.Content.Subject.Id);
        Amended(room, epoch, WireValue.Encode(view.Charter!));
        if (!members.TryAdd((room, epoch), now))
        {
            if (!Names(members[(room, epoch)]).SetEquals(Names(now)))
                throw new ViolationException($"I2: epoch {epoch} of room {room} has other members on two desks");
            return;
        }
        if (epoch > 1)
            Changed(room, epoch, now);
    }

    private static HashSet<(Opaque, Opaque)> Names(Dictionary<Opaque, RoomMember> all) =>
        [.. all.Select(one => (one.Key, one.Value.LeafKey))];

    private void Changed(RoomId room, ulong epoch, Dictionary<Opaque, RoomMember> now)
    {
        var before = members.GetValueOrDefault((room, epoch - 1));
        if (before is null)
            return; // a desk that was let in saw it first; the others will
        foreach (var whom in now.Keys.Except(before.Keys).Where(whom => !IsWanted(room, whom)))
            throw new ViolationException($"I2: {whom} was let into room {room} without both sides' acts");
        foreach (var whom in before.Keys.Except(now.Keys).Where(whom => !ordered.Contains((room, whom))))
            throw new ViolationException(
                $"I2: {whom} was put out of room {room} without its party's order or its own act");
        foreach (var (whom, then) in before.Where(one => now.TryGetValue(one.Key, out var same)
            && same.LeafKey != one.Value.LeafKey))
        {
            if (!replaced.Contains((room, then.LeafKey)))
                throw new ViolationException($"I2: {whom} has another leaf in room {room} without its party's order");
            if (!now[whom].Desk.Content.IsRenewalOf(then.Desk.Content))
                throw new ViolationException($"I2: {whom} has another office or mandate in room {room} than before");
        }
    }

    private void Amended(RoomId room, ulong epoch, Opaque now)
    {
        if (!terms.TryAdd((room, epoch), now))
        {
            if (terms[(room, epoch)] != now)
                throw new ViolationException($"I2: epoch {epoch} of room {room} has other terms on two desks");
            return;
        }
        if (epoch > 1 && terms.TryGetValue((room, epoch - 1), out var before) && before != now
            && !IsWanted(room, now))
            throw new ViolationException($"I2: room {room} has other terms without both sides' acts");
    }

    private bool IsWanted(RoomId room, Opaque what) =>
        consented.Contains((room, what)) && !unfit.Contains((room, what));

    // By the terms that both agreed to before, which no desk is asked about.
    private bool MayBind(SimulatedDesk desk, RoomId room)
    {
        var now = terms.Where(one => one.Key.Item1 == room).OrderBy(one => one.Key.Epoch).Select(one => one.Value)
            .LastOrDefault();
        var lets = now.Length == 0 ? Charter.Binding
            : WireValue.Decode<RoomCharter>(now.Span).Terms.InForce.Consenting;
        return (lets & (desk.Identity.Accreditation.Content.Mandate == Mandate.Principal
            ? Talks.Parties.Mandate.Principal : Talks.Parties.Mandate.DutyOfficer)) != 0;
    }

    private void Ordered(Sealed<RoomOrder> order)
    {
        if (order.Content.What == RoomOrderKind.Replacement)
        {
            replaced.Add((order.Content.Room, order.Content.LeafKey.Value));
            return;
        }
        foreach (var desk in desks.Where(desk => desk.IsRunning && desk.Identity.Accreditation.By == order.By
            && desk.Core.LeafKeyOf(order.Content.Room) == order.Content.LeafKey.Value))
            ordered.Add((order.Content.Room, desk.Identity.Id));
    }

    private static RoomIntent? Intent(SimulatedDesk desk, RoomId room, IntentId id) =>
        desk.Core.IntentsOf(room).FirstOrDefault(one => one.Id == id);
}
