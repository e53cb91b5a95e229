using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.LineCharters;
using Coulisse.Desk.Records;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Records;
using Coulisse.Wire.Rooms;

namespace Coulisse.World.Desks;

/// <summary>People of both sides about the terms of the line; and members who keep to none of our rules.</summary>
public static class Chartering
{
    /// <summary>A person proposes and signs.</summary>
    public static void Propose(SimulatedDesk desk, RoomId room, Charter terms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(desk);
        Say(desk, room, CharterMaking.Propose(desk.Core, CharterMaking.Draft(desk.Core, new(terms)), now));
    }

    /// <summary>What a person of this desk would say to what was last proposed by the other side; or why it signs
    /// nothing.</summary>
    public static (TalkAct? Act, string? Why) Agreement(SimulatedDesk desk, RoomId room, DateTimeOffset now) =>
        Last(desk, room) is { } theirs ? Agreement(desk, theirs, now) : (null, null);

    /// <summary>The same of what was proposed.</summary>
    public static (TalkAct? Act, string? Why) Agreement(
        SimulatedDesk desk, LineCharterView theirs, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var (act, why) = CharterMaking.Agree(desk.Core, theirs, now);
        return (act, why?.ToString());
    }

    /// <summary>What the other side proposed last in a room; null if nothing.</summary>
    public static LineCharterView? Last(SimulatedDesk desk, RoomId room)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return desk.Core.TalkOf(room).LineCharters.LastOrDefault(one => one.By.Side != desk.Core.OwnPerson.Side);
    }

    /// <summary>Says it, in a room.</summary>
    public static void Say(SimulatedDesk desk, RoomId room, TalkAct act)
    {
        ArgumentNullException.ThrowIfNull(desk);
        desk.Do(new DeskEvent.ActSaid(room, act, ActWords.Of(act), Precedence.Routine));
    }

    /// <summary>What a member tells with its first message, as signed by both sides.</summary>
    public static Envelope Tells(DeskCore member, RoomId room, AgreedCharter agreed) => Forger.Says(
        Forger.Of(member, room), room, new(RoomMessageKind.LineCharter, 1, Opaque.Zeros(RoomMessage.HashBytes), 0,
            ChainHead.None, [], WireValue.Encode(agreed)));

    /// <summary>Terms that one member alone wants, with what signatures it could have: its own twice, its own beside
    /// one
    /// for other terms, two for other terms, those of other terms under another number, and in each other's
    /// place.</summary>
    public static IEnumerable<AgreedCharter> Forged(SimulatedDesk member, Charter wants, AgreedCharter agreed,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(agreed);
        var draft = CharterMaking.Draft(member.Core, new(wants));
        var own = RecordVouching.SignatureIn(CharterMaking.Propose(member.Core, draft, now).Signature)!;
        return
        [
            new(draft, own, own), new(draft, own, agreed.Second), new(draft, agreed.First, agreed.Second),
            agreed with { Charter = agreed.Charter with { Number = agreed.Charter.Number + 1 } },
            new(agreed.Charter with { Number = 9 }, agreed.Second, agreed.First),
        ];
    }
}
