using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Chains;
using Coulisse.Desk.Members;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>All rooms of a desk, and the orders that hold for them.</summary>
internal sealed class RoomShelf : IDisposable
{
    private readonly RoomSurroundings around;
    private readonly SortedDictionary<string, Room> rooms = new(StringComparer.Ordinal);

    internal RoomShelf(DeskIdentity identity, IVault vault, IRandomSource random, RoomRules rules)
    {
        around = new(identity, vault, random, rules);
        foreach (var id in vault.Keys(VaultTable.Rooms, Opaque.Empty))
            rooms.Add(id.ToString(), Room.Load(around, id));
    }

    internal IEnumerable<Room> All => rooms.Values;

    /// <summary>Whether a room of this name is in another place of the same desk.</summary>
    internal Func<RoomId, bool> IsElsewhere { get; set; } = _ => false;

    internal OrderBook Orders => around.Orders;

    internal ChainBook Chains => around.Chains;

    internal Room? Of(RoomId room) => rooms.GetValueOrDefault(room.ToString());

    /// <summary>The vault's commit comes next: what of it must not be read again, goes with it.</summary>
    internal Erasure Save()
    {
        foreach (var room in rooms.Values)
            room.SaveGroup();
        var erasure = around.HasErased ? Erasure.Now : Erasure.Later;
        around.HasErased = false;
        return erasure;
    }

    internal Room Begin(RoomRecord record)
    {
        var room = Room.Begin(around, record);
        rooms.Add(record.Id.ToString(), room);
        return room;
    }

    /// <summary>Begins a room once more that this desk was in before, or was asked into: with other keys.</summary>
    internal Room BeginAgain(RoomRecord record)
    {
        if (rooms.Remove(record.Id.ToString(), out var before))
        {
            before.Leave();
            before.Dispose();
        }
        return Begin(record);
    }

    public void Dispose()
    {
        foreach (var room in rooms.Values)
            room.Dispose();
    }
}
