using System.Diagnostics;
using Coulisse.Crypto.Codec;
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
        _ => null,
    };

    private static WireList<Envelope> Say(OutboxItem item, Room room, MlsGroup group)
    {
        var binding = WireValue.Encode<RoomBinding>(new RoomBinding.OfMessage(EpochTag.Of(group)));
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
            room.Keys.Signer, life, [charter]);
        room.Advance(created);
        var turn = new RoomTurn(identity.Side, identity.Side.Other());
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
        room.Prepare(made.Next, turn.TurnAfter);
        return
        [
            Envelope(item, EnvelopeKind.Commit, 0, made.Message),
            Envelope(item, EnvelopeKind.Welcome, 1, made.Welcome ?? throw new UnreachableException()),
        ];
    }

    private WireList<Envelope>? Commit(OutboxItem item, Room room, DateTimeOffset now)
    {
        var isDue = item.Kind == OutboxKind.Consent
            ? room.Record.Status == RoomStatus.AsksForConsent
            : room.Record is { Status: RoomStatus.Open, SinceOwnCommit: > 0 };
        if (room.Group is not { } group || !room.Policy.Rules.MayCommit(room.Record.Turn, identity.Side) || !isDue)
            return null;
        var binding = new RoomBinding.OfCommit(room.Policy.Tag, identity.Side, TurnAfter(room));
        var made = group.Commit(new CommitOptions
        {
            Now = now,
            ByReference = [],
            AuthenticatedData = WireValue.Encode<RoomBinding>(binding),
        });
        if (made is not CommitResult.Made commit)
            return null;
        room.Prepare(commit.Next, binding.TurnAfter);
        return [Envelope(item, EnvelopeKind.Commit, group.View.Epoch.Value, commit.Message)];
    }

    // Rule 6: the opening passes the turn, any other commit if the other side has answered since the last.
    private Side TurnAfter(Room room) => room.Record.HasAnswered ? identity.Side.Other() : identity.Side;

    private static Envelope Envelope(OutboxItem item, EnvelopeKind kind, ulong epoch, Opaque content) =>
        new(kind, item.Precedence, item.Room, epoch, content, Opaque.Empty);
}
