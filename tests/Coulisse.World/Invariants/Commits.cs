using System.Buffers.Binary;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Desks;

namespace Coulisse.World.Invariants;

/// <summary>
/// I1: one commit an epoch. I2: by the side whose turn it is, and a room opens by both sides' acts. I8: equal epochs
/// have equal tags.
/// </summary>
public sealed class Commits
{
    private const int BindingBytes = 24; // uint16 profile, kind; opaque tag[16]; uint16 side, turn_after

    private readonly Dictionary<(RoomId, ulong), Opaque> written = [];
    private readonly Dictionary<(RoomId, ulong), Side> turns = [];
    private readonly Dictionary<(RoomId, ulong), Opaque> tags = [];
    private readonly HashSet<(RoomId, Side)> acts = [];
    private readonly Dictionary<RoomId, Side> creators = [];

    public int Count => written.Count;

    /// <summary>A person of that side consented to a room.</summary>
    public void Acted(RoomId room, Side side) => acts.Add((room, side));

    /// <summary>A commit has become part of its side's log.</summary>
    public void Written(Side side, Envelope envelope)
    {
        var (room, epoch) = (envelope.Room, envelope.Epoch);
        if (written.TryGetValue((room, epoch), out var other) && other != envelope.Content)
            throw new ViolationException($"I1: two commits for epoch {epoch} of room {room}");
        written[(room, epoch)] = envelope.Content;
        var (by, after) = Binding(envelope.Content);
        if (by != side)
            throw new ViolationException($"I2: a commit in the log of {side} says that it is of {by}");
        if (epoch == 0)
            creators[room] = side;
        else if (!turns.TryGetValue((room, epoch - 1), out var turn) || turn != side)
            throw new ViolationException($"I2: {side} commits in epoch {epoch} of room {room}, and has not the turn");
        if (epoch == 1 && !acts.Contains((room, side)))
            throw new ViolationException($"I2: {side} consents to room {room} without an act of a person");
        turns[(room, epoch)] = after;
    }

    /// <summary>A desk's vault has changed.</summary>
    public void Kept(SimulatedDesk desk, IEnumerable<(VaultTable Table, Opaque Key, Opaque Record)> changes)
    {
        foreach (var room in changes.Where(one => one.Table == VaultTable.Rooms).Select(one => new RoomId(one.Key))
            .Concat(Watch.RoomsWhoseGroupMoved(changes)).Distinct())
        {
            if (desk.Core.StatusOf(room) == RoomStatus.Open && !IsConsented(room))
                throw new ViolationException($"I2: room {room} is open without both sides' acts");
            if (desk.Core.EpochOf(room) is not var (epoch, tag) || desk.Core.StatusOf(room) == RoomStatus.Frozen)
                continue;
            if (!tags.TryAdd((room, epoch), tag) && tags[(room, epoch)] != tag)
                throw new ViolationException($"I8: epoch {epoch} of room {room} has two tags, and nobody froze");
        }
    }

    public bool IsOpenedBy(RoomId room, Side side) => creators.TryGetValue(room, out var creator) && creator == side;

    private bool IsConsented(RoomId room) =>
        creators.TryGetValue(room, out var creator) && acts.Contains((room, creator.Other()));

    private static (Side By, Side After) Binding(Opaque commit)
    {
        if (TlsCodec.Decode<MlsMessage>(commit.Span) is not MlsMessage.Private { Message: var message }
            || message.ContentType != ContentType.Commit || message.AuthenticatedData.Length != BindingBytes)
            throw new ViolationException("I2: a commit that does not say whose it is");
        var data = message.AuthenticatedData.Span;
        return ((Side)BinaryPrimitives.ReadUInt16BigEndian(data[^4..]),
            (Side)BinaryPrimitives.ReadUInt16BigEndian(data[^2..]));
    }
}
