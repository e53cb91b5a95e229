using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Outbox;

/// <summary>Makes the envelopes of one item, and leaves the room's state as it has to be once they are sent.</summary>
internal sealed class Sealing(DeskIdentity identity)
{
    /// <summary>The envelopes; null if there is no cause for them any more.</summary>
    internal WireList<Envelope>? Seal(OutboxItem item, Room? room, DateTimeOffset now) => item.Kind switch
    {
        OutboxKind.Offer => [Envelope(item, EnvelopeKind.KeyPackages, 0, item.Body)],
        OutboxKind.Opening when room is not null => Open(item, room, now),
        OutboxKind.Consent or OutboxKind.Rotation when room is not null => Commit(item, room, now),
        OutboxKind.Message when room?.Group is { } group => Say(item, room, group),
        OutboxKind.Leave when room?.Group is { } group => Leave(item, room, group, now),
        OutboxKind.Credence => [Credence(item.Body, item.Precedence)],
        _ => null,
    };

    private static WireList<Envelope> Say(OutboxItem item, Room room, MlsGroup group)
    {
        var binding = WireValue.Encode<RoomBinding>(new RoomBinding.OfMessage(room.Policy.Tag));
        if (group.Say(item.Body.Span, binding) is not SendResult.Made made)
            throw new InvalidOperationException("A room's epoch is used up, and nothing has rotated it.");
        var epoch = group.View.Epoch.Value;
        room.Advance(made.Next);
        room.Save(room.Record with { SealedInEpoch = room.Record.SealedInEpoch + 1 });
        return [Envelope(item, EnvelopeKind.Message, epoch, made.Message)];
    }

    // Rule 4: by value, and in the same breath the welcome; the turn passes to the other side.
    private WireList<Envelope>? Open(OutboxItem item, Room room, DateTimeOffset now)
    {
        var life = new Lifetime((ulong)now.ToUnixTimeSeconds() - 86_400, (ulong)now.ToUnixTimeSeconds() + 86_400 * 365);
        var charter = new Extension(RoomCharter.Type, WireValue.Encode(room.Record.Charter!));
        var created = MlsGroup.Create(room.Client, identity.Suite, new(room.Id.Value), room.Keys.Credential(identity),
            room.Keys.Signer, life, TlsList.From(room.Record.Follows
                .Select(one => new Extension(RoomPredecessor.Type, WireValue.Encode(one))).Prepend(charter)));
        room.Advance(created);
        var turn = new RoomTurn(identity.Side, identity.Opposite);
        var options = new CommitOptions
        {
            Now = now,
            ByValue = [new Proposal.Add(TlsCodec.Decode<KeyPackage>(item.Body.Span))],
            AuthenticatedData = WireValue.Encode<RoomBinding>(
                new RoomBinding.OfCommit(room.Policy.Tag, turn.Side, turn.TurnAfter)),
            GroupInfoExtensions = [new(RoomTurn.Type, WireValue.Encode(turn))],
        };
        if (created.Commit(options) is not CommitResult.Made made)
            return null; // the package is not what a member of this room may bring
        room.Prepare(made.Next, turn.TurnAfter, []);
        return
        [
            Envelope(item, EnvelopeKind.Commit, 0, made.Message),
            Envelope(item, EnvelopeKind.Welcome, 1, made.Welcome ?? throw new UnreachableException()),
        ];
    }

    private WireList<Envelope>? Commit(OutboxItem item, Room room, DateTimeOffset now)
    {
        if (room.Group is not { } group || !room.MayCommit)
            return null;
        var plan = room.Record.Status == RoomStatus.Open ? MemberPlan.Of(room, identity, now) : null;
        var isDue = item.Kind == OutboxKind.Consent ? room.Record.Status == RoomStatus.AsksForConsent
            : plan is not null && (plan.IsDue || room.Record.SinceOwnCommit > 0);
        if (!isDue)
            return null;
        var turnAfter = plan is { PassesAtOnce: true } ? identity.Opposite : TurnAfter(room);
        var turn = new RoomTurn(identity.Side, turnAfter);
        if (plan is null)
            return Make(group, room, plan, turn, now) is { } only ? Envelopes(item, room, only, plan, turn, now) : null;
        foreach (var tried in plan.AndLess())
        {
            if (Make(group, room, tried, turn, now) is not { } made)
                continue;
            GiveUp(room, plan, tried);
            return Envelopes(item, room, made, tried, turn, now);
        }
        return null;
    }

    private static CommitResult.Made? Make(
        MlsGroup group, Room room, MemberPlan? plan, RoomTurn turn, DateTimeOffset now) =>
        group.Commit(new CommitOptions
        {
            Now = now,
            ByReference = TlsList.From(ByReference(plan)),
            ByValue = TlsList.From(ByValue(plan)),
            AuthenticatedData = WireValue.Encode<RoomBinding>(
                new RoomBinding.OfCommit(room.Policy.Tag, turn.Side, turn.TurnAfter)),
            GroupInfoExtensions = [new(RoomTurn.Type, WireValue.Encode(turn))],
        }) as CommitResult.Made;

    // What cannot be carried out does not keep the keys from changing; that it failed is said next.
    private static void GiveUp(Room room, MemberPlan plan, MemberPlan done)
    {
        foreach (var (_, order, _) in plan.Removes.Except(done.Removes))
            room.Policy.Members.Replacements.GiveUp(order!);
        foreach (var (_, id) in plan.CarriesOut.Except(done.CarriesOut))
            room.Save(room.Record with
            {
                Members = room.Record.Members.With(room.Record.Members.Of(id)! with { IsTried = true }),
            });
    }

    private static IEnumerable<ProposalRef> ByReference(MemberPlan? plan) => plan is null ? []
        : plan.CarriesOut.Select(one => one.Proposal).Concat(plan.Leaves.Select(one => one.Proposal));

    private static IEnumerable<Proposal> ByValue(MemberPlan? plan) => (plan?.Removes ?? [])
        .Select(one => (Proposal)new Proposal.Remove(one.Place))
        .Concat((plan?.Removes ?? []).Select(one => one.Enters).OfType<KeyPackage>()
            .Select(package => new Proposal.Add(package)));

    // Rule 3: whoever leaves passes the turn, if it is theirs, and asks the others to take them out.
    private WireList<Envelope>? Leave(OutboxItem item, Room room, MlsGroup group, DateTimeOffset now)
    {
        if (room.Record.Status != RoomStatus.Leaving)
            return null;
        room.Save(room.Record with { Members = room.Record.Members with { HasAskedToLeave = true } });
        if (room.Record.Turn != identity.Side || identity.IsHome) // any other of ours may commit it
            return Propose(item, group, now) is var (next, envelope) ? Advance(room, next, envelope) : null;
        var turn = new RoomTurn(identity.Side, identity.Side.Other());
        if (!room.MayCommit || Make(group, room, plan: null, turn, now) is not { } commit)
            return null;
        using var between = commit.Next;
        if (Propose(item, between, now) is not var (after, proposal))
            return null;
        room.Prepare(after, turn.TurnAfter, []);
        return [Envelope(item, EnvelopeKind.Commit, group.View.Epoch.Value, commit.Message), proposal];
    }

    private static (MlsGroup Next, Envelope Envelope)? Propose(OutboxItem item, MlsGroup group,
        DateTimeOffset now) => group.Propose(new Proposal.Remove(group.View.Own), new()
        {
            Now = now,
            AuthenticatedData = WireValue.Encode<RoomBinding>(new RoomBinding.OfMessage(EpochTag.Of(group))),
        }) is SendResult.Made made
            ? (made.Next, Envelope(item, EnvelopeKind.Proposal, group.View.Epoch.Value, made.Message)) : null;

    private static WireList<Envelope> Advance(Room room, MlsGroup next, Envelope envelope)
    {
        room.Advance(next);
        return [envelope];
    }

    // The orders that a removal rests on go before the commit, so that nobody has to wait for them; behind it goes what
    // its new epoch is opened for, and the welcome.
    private static WireList<Envelope> Envelopes(OutboxItem item, Room room, CommitResult.Made commit, MemberPlan? plan,
        RoomTurn turn, DateTimeOffset now)
    {
        var epoch = room.Group!.View.Epoch.Value;
        var envelopes = (plan?.Removes ?? []).Select(one => one.Order).OfType<BroughtOrder>()
            .Select(order => Credence(WireValue.Encode(order), item.Precedence))
            .Append(Envelope(item, EnvelopeKind.Commit, epoch, commit.Message)).ToList();
        var next = commit.Next;
        foreach (var intent in plan?.Proposes ?? [])
        {
            var binding = new RoomBinding.OfProposal(EpochTag.Of(next), intent.Id);
            var proposal = next.Propose(MemberPlan.ProposalOf(intent, next.View), new()
            {
                Now = now,
                AuthenticatedData = WireValue.Encode<RoomBinding>(binding),
            });
            if (proposal is not SendResult.Made proposed)
                continue; // it is tried again in the next epoch of ours
            next.Dispose();
            next = proposed.Next;
            room.Save(room.Record with { Members = room.Record.Members.With(intent with { IsTried = true }) });
            envelopes.Add(Envelope(item, EnvelopeKind.Proposal, epoch + 1, proposed.Message));
        }
        if (commit.Welcome is { } welcome)
            envelopes.Add(Envelope(item, EnvelopeKind.Welcome, epoch + 1, welcome));
        room.Prepare(next, turn.TurnAfter, WireList.From(plan?.CarriesOut.Select(one => one.Intent) ?? []));
        return WireList.From(envelopes);
    }

    // Rule 6: the opening passes the turn, any other commit if the other side has answered since the last.
    private Side TurnAfter(Room room) => room.Record.HasAnswered ? identity.Opposite : identity.Side;

    private static Envelope Credence(Opaque piece, Precedence precedence) =>
        new(EnvelopeKind.Credence, precedence, new(Opaque.Empty), 0, piece, Opaque.Empty);

    private static Envelope Envelope(OutboxItem item, EnvelopeKind kind, ulong epoch, Opaque content) =>
        new(kind, item.Precedence, item.Room, epoch, content, Opaque.Empty);
}
