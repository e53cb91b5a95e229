using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Group;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Members;

/// <summary>
/// A desk is let into a room: by its first commit, or by one that both sides' people wanted. It shows and sends nothing
/// before a member has said the same of the group as it sees itself (rule 5).
/// </summary>
internal sealed class Joining(DeskIdentity identity, RoomShelf rooms)
{
    /// <summary>Takes a welcome; none has to wait.</summary>
    internal bool Welcomed(Side side, Envelope envelope, StepEffects effects)
    {
        if (rooms.Of(envelope.Room) is not { } room || room.Record.Status != RoomStatus.Offered
            || room.Keys.Package is not { } package)
            return true;
        var joined = MlsGroup.Join(room.Client, room.Keys.Signer, envelope.Content.ToArray(), [package], new());
        if (joined is JoinResult.Rejected { Error.Code: MlsErrorCode.WelcomeNotForUs })
            return true; // somebody else was let in
        if (joined is not JoinResult.Joined { Group: var group } fresh)
            return effects.Alarm(DeskAlarm.BrokenRule, envelope.Room);
        var members = group.View.Members.Select(member => room.Policy.Verified(member.Leaf)?.Accreditation).ToList();
        if (TurnAfter(room, fresh, side) is not { } turn || !IsFit(room, group, members, side, turn))
        {
            group.Dispose();
            return effects.Alarm(DeskAlarm.BrokenRule, envelope.Room);
        }
        room.Join(group);
        var charter = RoomCharter.Of(group);
        room.Save(room.Record.WithTurn(turn, effects.Now) with
        {
            Charter = charter,
            Terms = TermsSince.With(room.Record.Terms, group.View.Epoch.Value, charter),
            Follows = RoomPredecessor.Of(group) ?? [],
            Counterpart = room.Record.Counterpart != identity.Id ? room.Record.Counterpart
                : members.FirstOrDefault(one => one!.By.Party != identity.Accreditation.By.Party)?.Content.Subject.Id
                    ?? identity.Id, // our own party's order has let us in
            Members = room.Record.Members with
            {
                Joined = [SameRoom.Of(group)],
                HiddenAfter = room.Record.Shown,
                LastChange = group.View.Epoch.Value,
            },
        });
        effects.Move(room, RoomStatus.Joined);
        return true;
    }

    /// <summary>A member says what it sees of the group.</summary>
    internal void Compare(Room room, Sealed<Accreditation> author, RoomMessage message, StepEffects effects)
    {
        if (room.Record.Status != RoomStatus.Joined || !IsWitness(room, author))
            return;
        if (message.Body == WireValue.Encode(room.Record.Members.Joined[0]))
        {
            // At home whoever accepted has consented for themselves, and nobody consents for a party.
            effects.Move(room, room.Record.Members.IsAdmission || identity.IsHome
                ? RoomStatus.Open : RoomStatus.AsksForConsent);
            return;
        }
        if (IsEarlier(room, message.Body))
            return; // said to somebody who was let in before
        room.Save(room.Record with { Shown = room.Visible });
        effects.Move(room, RoomStatus.Frozen);
        effects.Alarm(DeskAlarm.AnotherHistory, room.Id);
    }

    // One of our own side, if there is one beside us; else any of the other's.
    private bool IsWitness(Room room, Sealed<Accreditation> author)
    {
        var own = identity.Accreditation;
        return author.By.Party == own.By.Party || !room.Desks().Any(desk =>
            desk.By.Party == own.By.Party && desk.Content.Subject != own.Content.Subject);
    }

    private static bool IsEarlier(Room room, Opaque body)
    {
        try
        {
            return WireValue.Decode<SameRoom>(body.Span).Epoch != room.Record.Members.Joined[0].Epoch;
        }
        catch (DecodeException)
        {
            return false;
        }
    }

    private static Side? TurnAfter(Room room, JoinResult.Joined joined, Side side)
    {
        var extension = joined.GroupInfo.Extensions.FirstOrDefault(one => one.Type == RoomTurn.Type);
        if (extension is null || room.Policy.SideOf(joined.Group.View, joined.GroupInfo.Signer) != side)
            return null;
        try
        {
            var turn = WireValue.Decode<RoomTurn>(extension.Data.Span);
            return turn.Side == side ? turn.TurnAfter : null;
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    // Rule 4 of an opening: the first commit, by the side that asked us in, with the two that were named.
    private bool IsFit(Room room, MlsGroup group, List<Sealed<Accreditation>?> members, Side side,
        Side turn)
    {
        if (group.View.GroupId.Value != room.Id.Value || members.Any(one => one is null)
            || !members.Any(one => one!.Content.Subject == identity.Accreditation.Content.Subject))
            return false;
        var asking = members.FirstOrDefault(one => one!.Content.Subject.Id == room.Record.Counterpart);
        if (room.Record.Members.IsAdmission)
            return asking is not null && group.View.Epoch.Value > room.Record.Members.Floor
                && RoomCharter.Of(group) is not null && RoomPredecessor.Of(group) is not null;
        return group.View.Epoch.Value == 1 && members.Count == 2 && side == identity.Opposite && turn == identity.Side
            && asking is not null && identity.Parties.SideOf(asking.By.Party) == side
            && (!identity.IsHome || MandateRights.Usual.MayConsent.Contains(asking.Content.Mandate))
            && RoomCharter.Of(group) is { IsFit: true }
            && RoomPredecessor.IsIn(group, room.Record.Follows);
    }
}
