using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.LineCharters;
using Coulisse.Desk.Members;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Talks;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk;

/// <summary>What the desk knows, for who asks: nothing here changes anything.</summary>
public sealed partial class DeskCore
{
    /// <summary>What is known of a seal's chain; null if the seal does not count here.</summary>
    public KnownChain? ChainOf(PartyMark seal) => rooms.Chains.Of(seal);

    /// <summary>How far a room is; null if there is none of this identifier.</summary>
    public RoomStatus? StatusOf(RoomId room) => rooms.Of(room)?.Record.Status;

    internal Opaque Id => identity.Id;

    /// <summary>Who the desk is here: on its line, or at home.</summary>
    internal DeskIdentity Identity => identity;

    /// <summary>The log that it writes to and reads.</summary>
    public LineId Log => identity.Line;

    /// <summary>All rooms, in the order of their identifiers.</summary>
    public IEnumerable<RoomId> Rooms => rooms.All.Select(room => room.Id);

    /// <summary>The terms of a room, once they are known.</summary>
    public RoomCharter? CharterOf(RoomId room) => rooms.Of(room)?.Record.Charter;

    /// <summary>The terms of the line that hold; null if none were agreed.</summary>
    public AgreedCharter? LineCharter => sending.Charters.InForce;

    /// <summary>All that both sides have ever signed, the highest number first.</summary>
    public IReadOnlyList<AgreedCharter> LineCharters => sending.Charters.All;

    /// <summary>Whether words of ours into a room of both sides need the approval of a caucus here.</summary>
    public bool Binds(RoomId caucus, RoomId room) => sending.Rules.Binds(caucus, room);

    /// <summary>Somebody with one of which mandates has to approve them there, rule by rule.</summary>
    internal IReadOnlyList<Talks.Parties.Mandate> RulesFor(RoomId caucus, RoomId room) =>
        sending.Rules.For(caucus, room);

    /// <summary>In which fields terms of a room let more than the line's.</summary>
    internal IReadOnlyList<CharterField> WiderThanLine(Charter room) => sending.Charters.Wider(room);

    /// <summary>The epoch of a room and its tag, to compare; null before there is a group.</summary>
    public (ulong Epoch, Opaque Tag)? EpochOf(RoomId room) => rooms.Of(room)?.Group is { } group
        ? (group.View.Epoch.Value, EpochTag.Of(group)) : null;

    /// <summary>The finished epochs of a room whose keys are still here.</summary>
    public int ReadableEpochsOf(RoomId room) => rooms.Of(room)?.Group?.ReadableEpochs.Count ?? 0;

    /// <summary>A room's transcript, in the order in which it was shown.</summary>
    public IEnumerable<Heard> TranscriptOf(RoomId room) => vault.Keys(VaultTable.Transcript, room.Value)
        .Select(key => vault.Read<Heard>(VaultTable.Transcript, key) ?? throw new UnreachableException());

    /// <summary>A room's transcript after a message of it, in the order in which it was shown.</summary>
    /// <param name="room">Which.</param>
    /// <param name="after">The order of the last one that is known; 0: from the first.</param>
    /// <param name="most">How many at most.</param>
    public IEnumerable<(ulong Order, Heard Heard)> TranscriptOf(RoomId room, ulong after, int most)
    {
        var shown = rooms.Of(room)?.Visible ?? 0;
        for (var order = after + 1; order <= shown && most-- > 0; order++)
            yield return (order, MessageOf(room, order) ?? throw new UnreachableException());
    }

    /// <summary>What a room's acts come to: of what others said that was read, and of one's own that the own station
    /// has taken.</summary>
    public Talk TalkOf(RoomId room) => talks.Of(room);

    /// <summary>Whether what a room's acts come to is known, or nearly: to ask for it costs no wait.</summary>
    internal bool IsTalkFollowed(RoomId room) => talks.IsFollowed(room);

    /// <summary>Goes on to find it out, a little; whether it is known then.</summary>
    internal bool FollowTalk(RoomId room) => talks.FollowOn(room);

    /// <summary>The same with one's own acts that wait here.</summary>
    internal Talk TalkToBe(RoomId room) => talks.ToBe(room);

    /// <summary>What a party's seal says of an author in a room; null if it is not known here.</summary>
    internal Sealed<Accreditation>? AuthorOf(RoomId room, Opaque desk) => talks.AuthorOf(room, desk);

    internal Wire.Lines.LineParties Parties => identity.Parties;

    /// <summary>Where a message that acts refer to stands in a room; null if it is not here.</summary>
    internal MessagePlace? PlaceOf(RoomId room, MessageId message) => talks.PlaceOf(room, message);

    /// <summary>Why this desk may not do this in a room; null if it may.</summary>
    internal Talks.Refusals.Refusal? RefusalOf(RoomId room, TalkAct act, DateTimeOffset now) =>
        talks.Refuses(room, act, now);

    /// <summary>Why a room would not be asked for; null if it would.</summary>
    internal DeskRefusal? RefusalOf(DeskEvent.RoomProposed asked) => acts.RefusalOf(asked);

    /// <summary>Why words would not be said; null if they would.</summary>
    internal DeskRefusal? RefusalOf(DeskEvent.Said words) => acts.RefusalOf(words);

    /// <summary>Who this desk is in a talk.</summary>
    internal Person OwnPerson => talks.Own;

    /// <summary>Texts that this desk is bound to.</summary>
    internal BoundTexts BoundTexts => new(vault);

    /// <summary>Checks what is kept of a room against itself; null if there is no such room.</summary>
    public Archive? ArchiveOf(RoomId room) => rooms.Of(room)?.Record is { } record
        ? Archive.Of(TranscriptOf(room, 0, int.MaxValue).Select(one => one.Heard)
            .Where(heard => heard.Number > 0), record.Members.Unseen,
            record.Authors.Append(record.Own)) : null;

    /// <summary>How many messages of others the author of this one had read that are not here.</summary>
    public ulong AnswersUnread(RoomId room, Heard heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        return rooms.Of(room) is { } known ? Naming.AnswersUnread(known.Record, heard) : 0;
    }

    internal Drafts Drafts => new(vault);

    /// <summary>Words that were said and can still be taken back.</summary>
    internal HeldWords Held => new(vault, Drafts);

    /// <summary>The copies that left this desk: one register for all its lines, asked of the first.</summary>
    internal NumberedRecords<Exports.ExportRecord> Exports => new(vault, VaultTable.Exports);

    /// <summary>What was conveyed from one room to another: one register for all lines, asked of the first.</summary>
    internal NumberedRecords<Conveyed.ConveyedRecord> Conveyed => new(vault, VaultTable.Conveyed);

    /// <summary>Reports of what was said in confidence, on whichever line: one register, asked of the first.</summary>
    internal NumberedRecords<Leaks.LeakRecord> Leaks => new(vault, VaultTable.Leaks);

    /// <summary>How the line was while this desk was open.</summary>
    internal LineLog LineLog => new(vault);

    /// <summary>What was said from here in a room and is not on their desk yet.</summary>
    internal IEnumerable<Heard> OnTheirWay(RoomId room) => vault.Keys(VaultTable.Receipts, room.Value)
        .Select(VaultRecords.Number).Union(talks.WaitingIn(room)).Order()
        .Select(order => MessageOf(room, order)).OfType<Heard>()
        .Where(heard => heard.Rung is not (Rung.OnTheirDesk or Rung.CameBack));

    /// <summary>One message of a room; null if there is none of that order.</summary>
    public Heard? MessageOf(RoomId room, ulong order) =>
        vault.Read<Heard>(VaultTable.Transcript, VaultRecords.Join(room.Value, VaultRecords.Ordered(order)));

    /// <summary>The epoch in which this desk was let into a room; 0 if it opened it, or is not in it yet.</summary>
    public ulong JoinedIn(RoomId room) =>
        rooms.Of(room)?.Record.Members.Joined is [var joined] ? joined.Epoch : 0;

    /// <summary>What was wanted of a room's members, the earliest first.</summary>
    public IReadOnlyList<RoomIntent> IntentsOf(RoomId room) => rooms.Of(room)?.Record.Members.Intents ?? [];

    /// <summary>What an intent is about, one that waits here included; null if it is not known.</summary>
    public RoomChange? ChangeOf(RoomId room, IntentId intent) =>
        rooms.Of(room)?.Record.Members.Of(intent)?.What ?? sending.Items.ChangeOf(room, intent, identity.Id);

    /// <summary>The own leaf's key in a room, which an order of the party names; null if there is no such
    /// room.</summary>
    public Opaque? LeafKeyOf(RoomId room) => rooms.Of(room)?.Keys.Signer.PublicKey.Value;

    /// <summary>What this desk last asked its party for in a room that it was put back from; null if nothing, or if it
    /// is in it again.</summary>
    public LeafRequest? LeafRequestOf(RoomId room) => rooms.Of(room)?.Reentry.Request;

    /// <summary>What is known of a room; null if there is none of this identifier.</summary>
    public RoomView? ViewOf(RoomId room) => rooms.Of(room) is { } known
        ? RoomView.Of(known, rooms.All.FirstOrDefault(one => one.Record.Follows is [var before]
            && before.Room == room), sending, order => MessageOf(room, order)) with
        {
            Erases = erasing.PendingIn(room),
            HeldSince = Held.In(room)?.Since,
            OthersSaid = known.Record.Authors.Aggregate(0UL, (sum, author) => sum + author.Number),
            Wider = CharterOf(room) is { } charter ? WiderThanLine(charter.Terms) : [],
            CameLater = known.Record.Members is { IsAdmission: true, Joined.Count: > 0 },
        } : null;

    /// <summary>What of a room's terms held when a message was said, or would be now.</summary>
    internal TermsInForce TermsOf(RoomId room, Heard heard) => rooms.Of(room)?.Record is not { } record
        ? TermsInForce.None : heard.Rung == Rung.Written ? record.TermsNow : record.TermsIn(heard.Epoch);

    /// <summary>What our station said last of the line; null if it has not said anything since the desk was
    /// opened.</summary>
    public LineNews? News { get; private set; }

    /// <summary>Whether this is the newest state of the desk, as far as is known.</summary>
    public DeskFreshness Freshness => freshness.State;

    /// <summary>How many things wait to be submitted, the one on its way included.</summary>
    public int Waiting => sending.Items.Count;

    /// <summary>Whether nothing waits to be submitted.</summary>
    public bool IsIdle => sending.IsIdle;

    /// <summary>What a station would remember of this desk that has had all it sent.</summary>
    internal DeskStanding Standing => new(sending.SealedHere.Number, sending.SealedHere.InFlight
        ?? state.Facts.Last, state.Facts.Processed);
}
