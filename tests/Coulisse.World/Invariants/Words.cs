using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Rooms;
using Coulisse.World.Desks;

namespace Coulisse.World.Invariants;

/// <summary>
/// I4: each message once, in its author's order, with the same words at both ends, and in its own room only. I9: no
/// word of it where a station could read it.
/// </summary>
public sealed class Words
{
    /// <summary>Begins everything that is said, so that it is found wherever it should not be.</summary>
    public const string Mark = "said-behind-the-curtain";

    private static readonly byte[] MarkBytes = Encoding.UTF8.GetBytes(Mark);

    private readonly Dictionary<(RoomId Room, Opaque Author, ulong Number), string> said = [];
    private readonly Dictionary<(RoomId Room, Opaque Author, ulong Number), Opaque> hashes = [];
    private readonly Dictionary<(ulong Desk, RoomId Room, Opaque Author, ulong Number), Opaque> shown = [];
    private readonly Dictionary<(ulong Desk, RoomId Room), int> fromOthers = [];
    private readonly Dictionary<(RoomId Room, Opaque Author, ulong Number), ulong> epochs = [];
    private readonly Dictionary<(ulong Desk, Opaque Key), ulong> numbers = []; // of what desks said themselves

    public int Said => said.Count;

    /// <summary>Everything that was said in a room.</summary>
    public IEnumerable<(Opaque Author, ulong Number, string Text)> In(RoomId room) =>
        said.Where(one => one.Key.Room == room).Select(one => (one.Key.Author, one.Key.Number, one.Value));

    /// <summary>The epoch in which somebody has read a message; null if nobody has.</summary>
    public ulong? EpochOf(RoomId room, Opaque author, ulong number) =>
        epochs.TryGetValue((room, author, number), out var epoch) ? epoch : null;

    /// <summary>How many of others' messages a desk shows in a room.</summary>
    public int FromOthers(SimulatedDesk desk, RoomId room) => fromOthers.GetValueOrDefault((desk.Connection, room));

    public bool IsShown(SimulatedDesk desk, RoomId room, Opaque author, ulong number) =>
        shown.ContainsKey((desk.Connection, room, author, number));

    /// <summary>A desk's vault has changed.</summary>
    public void Kept(SimulatedDesk desk, IEnumerable<(VaultTable Table, Opaque Key, Opaque Record)> changes)
    {
        foreach (var (_, key, record) in changes.Where(one => one.Table == VaultTable.Transcript))
            Kept(desk, new(Opaque.CopyOf(key.Span[..^8])), key, WireValue.Decode<Heard>(record.Span));
    }

    /// <summary>Bytes that a station, a carrier or a thief of either could read.</summary>
    public static void NotIn(Opaque bytes, string where)
    {
        if (bytes.Span.IndexOf(MarkBytes) >= 0)
            throw new ViolationException($"I9: words in {where}");
    }

    // What came back to its author was never said; its number may be another's.
    private bool IsGivenBack(SimulatedDesk desk, RoomId room, Opaque key, Heard heard)
    {
        if (heard.Number > 0)
        {
            numbers[(desk.Connection, key)] = heard.Number;
            return false;
        }
        if (numbers.Remove((desk.Connection, key), out var number))
        {
            if (epochs.ContainsKey((room, heard.Desk, number)))
                throw new ViolationException($"I3: message {number} of room {room} came back, and was read");
            said.Remove((room, heard.Desk, number));
            hashes.Remove((room, heard.Desk, number));
            shown.Remove((desk.Connection, room, heard.Desk, number));
        }
        return true;
    }

    private void Kept(SimulatedDesk desk, RoomId room, Opaque key, Heard heard)
    {
        if (IsGivenBack(desk, room, key, heard))
            return;
        var message = (room, heard.Desk, heard.Number);
        var isOwn = heard.Desk == desk.Identity.Id;
        if (heard.Text.StartsWith(Mark, StringComparison.Ordinal)
            && !heard.Text.Contains(room.ToString(), StringComparison.Ordinal))
            throw new ViolationException($"I4: a message of another room is in room {room}");
        if (!said.TryGetValue(message, out var text) && !isOwn)
            throw new ViolationException($"I4: message {heard.Number} in room {room} was never said");
        if (text is not null && text != heard.Text && !heard.IsErased)
            throw new ViolationException($"I4: message {heard.Number} in room {room} has other words");
        if (text is not null && hashes[message] != heard.Hash)
            throw new ViolationException($"I4: message {heard.Number} in room {room} has other bytes");
        if (heard.IsErased)
        {
            if (hashes[message] != heard.Hash)
                throw new ViolationException($"I4: message {heard.Number} in room {room} was erased with its hash");
            return;
        }
        (said[message], hashes[message]) = (heard.Text, heard.Hash);
        var place = (desk.Connection, room, heard.Desk, heard.Number);
        if (!shown.TryAdd(place, key) && shown[place] != key)
            throw new ViolationException($"I4: message {heard.Number} in room {room} is shown twice");
        if (isOwn)
            return;
        epochs.TryAdd(message, heard.Epoch);
        fromOthers[(desk.Connection, room)] = fromOthers.GetValueOrDefault((desk.Connection, room)) + 1;
        if (heard.MissingBefore == 0)
            NothingMissing(desk, room, heard);
    }

    private static ulong JoinedIn(SimulatedDesk desk, RoomId room) => desk.Cores.Of(room).JoinedIn(room);

    private void NothingMissing(SimulatedDesk desk, RoomId room, Heard heard)
    {
        var numbers = said.Keys.Where(one => (one.Room, one.Author) == (room, heard.Desk)).Select(one => one.Number);
        foreach (var number in numbers.Where(one => one < heard.Number).Order())
        {
            if (!IsShown(desk, room, heard.Desk, number)
                && (JoinedIn(desk, room) <= 1 || EpochOf(room, heard.Desk, number) >= JoinedIn(desk, room)))
                throw new ViolationException($"I4: message {heard.Number} hides that {number} is missing in {room}");
        }
    }
}
