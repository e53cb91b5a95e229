using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Chains;
using Coulisse.Desk.Inbox;
using Coulisse.Desk.Members;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Group;
using Coulisse.Talks;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk;

/// <summary>
/// A desk without sockets, clocks or screens: an event in, effects out. What a step changes — a text, its ciphertext,
/// the advanced ratchet, what was read — is one transaction, and no effect is told before it is durable. Several
/// events may share one.
/// </summary>
/// <remarks>
/// What the vault throws ends this object: it may be ahead of what is kept. The caller undoes the transaction and makes
/// a new one from the vault.
/// <code>
/// Said ──> Outbox ── sealed when its turn comes ──> InFlight ──> station ── verdict ──> next
/// station ── Given ──> Reading ──> Room (MLS) ──> transcript
/// </code></remarks>
public sealed class DeskCore : IDisposable
{
    private readonly DeskIdentity identity;
    private readonly IVault vault;
    private readonly RoomShelf rooms;
    private readonly Sending sending;
    private readonly Causes causes;
    private readonly Reading reading;
    private readonly Witness witness;
    private readonly Freshness freshness;
    private readonly SettingBack settingBack;
    private readonly GivingBack givingBack;
    private readonly Acts acts;
    private readonly DeskState state;
    private readonly ChainTelling telling;
    private readonly RoomTalks talks;

    /// <summary>The desk that the vault holds, or a new one.</summary>
    public DeskCore(DeskIdentity identity, IVault vault, IRandomSource random)
        : this(identity, vault, random, RoomRules.Usual)
    {
    }

    internal DeskCore(DeskIdentity identity, IVault vault, IRandomSource random, RoomRules rules)
    {
        (this.identity, this.vault) = (identity, vault);
        state = new(vault);
        rooms = new(identity, vault, random, rules);
        witness = Outbox.Witness.Of(identity.Id, vault, random);
        freshness = new(witness, rules);
        sending = new(identity, vault, rooms, state, freshness);
        causes = new(identity, rooms, sending.Items, sending.Admissions);
        settingBack = new(identity, state, rooms, sending, freshness);
        givingBack = new(identity, state, rooms, sending);
        reading = new(identity, rooms, state, new(identity, vault, rooms, sending), sending);
        talks = new(identity, vault, rooms);
        acts = new(identity, vault, rooms, sending, talks);
        telling = new(rooms.Chains, sending.Items);
    }

    /// <summary>Takes one event, commits, and tells what to do.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="now">The instant, for the lifetimes of what is given out; never decides what is taken.</param>
    public IReadOnlyList<DeskEffect> Step(DeskEvent happened, DateTimeOffset now) =>
        [.. Take(happened, now), .. Commit(now)];

    /// <summary>Takes one event, as one of several that become durable together: nobody is told of it, or of what it
    /// led to, before <see cref="Commit"/> has returned.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="now">As for <see cref="Step"/>.</param>
    public IReadOnlyList<DeskEffect> Take(DeskEvent happened, DateTimeOffset now)
    {
        var effects = new StepEffects(now);
        switch (happened)
        {
            case DeskEvent.Opened or DeskEvent.PutBack or DeskEvent.Given { Delivery: Delivery.OfDesk }:
                settingBack.Take(happened, News, effects);
                givingBack.Take(happened, effects);
                break;
            case DeskEvent.StationCame:
                sending.SendAgain();
                effects.Add(new DeskEffect.Report(state.Facts.Processed));
                break;
            case DeskEvent.Given { Delivery: Delivery.OfNews told }:
                Take(told.News, effects);
                break;
            case DeskEvent.Given given:
                reading.Take(given.Delivery, effects);
                break;
            case DeskEvent.Answered answered:
                sending.Take(answered.Verdict, effects);
                reading.ReadOn(effects); // an own commit that was taken may be what others wait for
                break;
            case DeskEvent.CredenceBrought brought:
                telling.Brought(brought.Pieces, effects);
                break;
            case DeskEvent.TimePassed:
                sending.SendAgain();
                givingBack.OfferAgain(effects);
                causes.RotateWhereDue(now);
                break;
            default:
                if (freshness.State == DeskFreshness.Older)
                    effects.Add(new DeskEffect.Refused(DeskRefusal.IsOlder));
                else
                    acts.Take(happened, effects);
                break;
        }
        return effects;
    }

    private void Take(LineNews news, StepEffects effects)
    {
        News = news;
        freshness.Told(news);
        sending.Keeping.Told(news);
        sending.Receipts.Take(news, effects);
        givingBack.Told(news, effects);
        effects.Add(new DeskEffect.LineMoved(news));
    }

    /// <summary>Seals what may leave now, makes all that was taken durable, and tells what is to be
    /// submitted.</summary>
    /// <param name="now">As for <see cref="Step"/>.</param>
    public IReadOnlyList<DeskEffect> Commit(DateTimeOffset now)
    {
        var effects = new StepEffects(now);
        causes.RotateWhereMuchWasSaid();
        causes.CommitWhatPeopleDid(effects);
        if (sending.Next(effects) is { } submission)
            effects.Add(new DeskEffect.Submit(submission));
        vault.Commit(rooms.Save());
        return effects;
    }

    /// <summary>What is known of a seal's chain; null if the seal does not count here.</summary>
    public KnownChain? ChainOf(PartyMark seal) => rooms.Chains.Of(seal);

    /// <summary>How far a room is; null if there is none of this identifier.</summary>
    public RoomStatus? StatusOf(Wire.Rooms.RoomId room) => rooms.Of(room)?.Record.Status;

    internal Crypto.Codec.Opaque Id => identity.Id;

    /// <summary>All rooms, in the order of their identifiers.</summary>
    public IEnumerable<Wire.Rooms.RoomId> Rooms => rooms.All.Select(room => room.Id);

    /// <summary>The terms of a room, once they are known.</summary>
    public RoomCharter? CharterOf(Wire.Rooms.RoomId room) => rooms.Of(room)?.Record.Charter;

    /// <summary>The epoch of a room and its tag, to compare; null before there is a group.</summary>
    public (ulong Epoch, Opaque Tag)? EpochOf(Wire.Rooms.RoomId room) => rooms.Of(room)?.Group is { } group
        ? (group.View.Epoch.Value, EpochTag.Of(group)) : null;

    /// <summary>The finished epochs of a room whose keys are still here.</summary>
    public int ReadableEpochsOf(Wire.Rooms.RoomId room) => rooms.Of(room)?.Group?.ReadableEpochs.Count ?? 0;

    /// <summary>A room's transcript, in the order in which it was shown.</summary>
    public IEnumerable<Heard> TranscriptOf(Wire.Rooms.RoomId room) => vault.Keys(VaultTable.Transcript, room.Value)
        .Select(key => vault.Read<Heard>(VaultTable.Transcript, key) ?? throw new UnreachableException());

    /// <summary>A room's transcript after a message of it, in the order in which it was shown.</summary>
    /// <param name="room">Which.</param>
    /// <param name="after">The order of the last one that is known; 0: from the first.</param>
    /// <param name="most">How many at most.</param>
    public IEnumerable<(ulong Order, Heard Heard)> TranscriptOf(Wire.Rooms.RoomId room, ulong after, int most)
    {
        var shown = rooms.Of(room)?.Visible ?? 0;
        for (var order = after + 1; order <= shown && most-- > 0; order++)
            yield return (order, MessageOf(room, order) ?? throw new UnreachableException());
    }

    /// <summary>What a room's acts come to: of what others said that was read, and of one's own that the own station
    /// has taken.</summary>
    public Talk TalkOf(Wire.Rooms.RoomId room) => talks.Of(room);

    /// <summary>Checks what is kept of a room against itself; null if there is no such room.</summary>
    public Archive? ArchiveOf(Wire.Rooms.RoomId room) => rooms.Of(room)?.Record is { } record
        ? Archive.Of(TranscriptOf(room, 0, int.MaxValue).Select(one => one.Heard)
            .Where(heard => heard.Number > 0), record.Members.Unseen,
            record.Authors.Append(record.Own)) : null;

    /// <summary>How many messages of others the author of this one had read that are not here.</summary>
    public ulong AnswersUnread(Wire.Rooms.RoomId room, Heard heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        return rooms.Of(room) is { } known ? Naming.AnswersUnread(known.Record, heard) : 0;
    }

    internal Drafts Drafts => new(vault);

    /// <summary>One message of a room; null if there is none of that order.</summary>
    public Heard? MessageOf(Wire.Rooms.RoomId room, ulong order) =>
        vault.Read<Heard>(VaultTable.Transcript, VaultRecords.Join(room.Value, VaultRecords.Ordered(order)));

    /// <summary>The epoch in which this desk was let into a room; 0 if it opened it, or is not in it yet.</summary>
    public ulong JoinedIn(Wire.Rooms.RoomId room) =>
        rooms.Of(room)?.Record.Members.Joined is [var joined] ? joined.Epoch : 0;

    /// <summary>What was wanted of a room's members, the earliest first.</summary>
    public IReadOnlyList<RoomIntent> IntentsOf(Wire.Rooms.RoomId room) => rooms.Of(room)?.Record.Members.Intents ?? [];

    /// <summary>What an intent is about, one that waits here included; null if it is not known.</summary>
    public RoomChange? ChangeOf(Wire.Rooms.RoomId room, IntentId intent) =>
        rooms.Of(room)?.Record.Members.Of(intent)?.What ?? sending.Items.ChangeOf(room, intent, identity.Id);

    /// <summary>The own leaf's key in a room, which an order of the party names; null if there is no such
    /// room.</summary>
    public Opaque? LeafKeyOf(Wire.Rooms.RoomId room) => rooms.Of(room)?.Keys.Signer.PublicKey.Value;

    /// <summary>What is known of a room; null if there is none of this identifier.</summary>
    public RoomView? ViewOf(Wire.Rooms.RoomId room) => rooms.Of(room) is { } known
        ? RoomView.Of(known, rooms.All.FirstOrDefault(one => one.Record.Follows is [var before]
            && before.Room == room), sending) : null;

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

    internal MlsGroup? GroupOf(Wire.Rooms.RoomId room) => rooms.Of(room)?.Group;

    /// <inheritdoc/>
    public void Dispose()
    {
        rooms.Dispose();
        witness.Dispose();
    }
}
