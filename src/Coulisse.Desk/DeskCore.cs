using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Inbox;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Group;
using Coulisse.Wire.Desks;

namespace Coulisse.Desk;

/// <summary>
/// A desk without sockets, clocks or screens: an event in, effects out. What a step changes — a text, its ciphertext,
/// the advanced ratchet, what was read — is one transaction, and no effect is told before it is durable.
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
    private readonly IVault vault;
    private readonly RoomShelf rooms;
    private readonly Sending sending;
    private readonly Reading reading;
    private readonly Acts acts;
    private readonly DeskState state;

    /// <summary>The desk that the vault holds, or a new one.</summary>
    public DeskCore(DeskIdentity identity, IVault vault, IRandomSource random)
        : this(identity, vault, random, RoomRules.Usual)
    {
    }

    internal DeskCore(DeskIdentity identity, IVault vault, IRandomSource random, RoomRules rules)
    {
        this.vault = vault;
        state = new(vault);
        rooms = new(identity, vault, random, rules);
        sending = new(identity, vault, rooms, state);
        reading = new(identity, rooms, state, new(identity, vault, rooms, sending));
        acts = new(identity, vault, rooms, sending);
    }

    /// <summary>Takes one event, commits, and tells what to do.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="now">The instant, for the lifetimes of what is given out; never decides what is taken.</param>
    public IReadOnlyList<DeskEffect> Step(DeskEvent happened, DateTimeOffset now)
    {
        var effects = new List<DeskEffect>();
        switch (happened)
        {
            case DeskEvent.StationCame:
                sending.SendAgain();
                effects.Add(new DeskEffect.Report(state.Facts.Processed));
                break;
            case DeskEvent.Given given:
                reading.Take(given.Delivery, effects);
                break;
            case DeskEvent.Answered answered:
                sending.Take(answered.Verdict, effects);
                reading.ReadOn(effects); // an own commit that was taken may be what others wait for
                break;
            case DeskEvent.TimePassed:
                sending.SendAgain();
                sending.RotateWhereDue();
                break;
            default:
                acts.Take(happened, now, effects);
                break;
        }
        if (sending.Next(now, effects) is { } submission)
            effects.Add(new DeskEffect.Submit(submission));
        vault.Commit();
        return effects;
    }

    /// <summary>How far a room is; null if there is none of this identifier.</summary>
    public RoomStatus? StatusOf(Wire.Rooms.RoomId room) => rooms.Of(room)?.Record.Status;

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

    /// <summary>Whether nothing waits to be submitted.</summary>
    public bool IsIdle => sending.IsIdle;

    internal MlsGroup? GroupOf(Wire.Rooms.RoomId room) => rooms.Of(room)?.Group;

    /// <inheritdoc/>
    public void Dispose() => rooms.Dispose();
}
