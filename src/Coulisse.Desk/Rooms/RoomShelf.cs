using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>All rooms of a desk.</summary>
internal sealed class RoomShelf : IDisposable
{
    private readonly DeskIdentity identity;
    private readonly IVault vault;
    private readonly IRandomSource random;
    private readonly RoomRules rules;
    private readonly SortedDictionary<string, Room> rooms = new(StringComparer.Ordinal);

    internal RoomShelf(DeskIdentity identity, IVault vault, IRandomSource random, RoomRules rules)
    {
        (this.identity, this.vault, this.random, this.rules) = (identity, vault, random, rules);
        foreach (var id in vault.Keys(VaultTable.Rooms, Opaque.Empty))
            rooms.Add(id.ToString(), Room.Load(identity, vault, random, rules, id));
    }

    internal IEnumerable<Room> All => rooms.Values;

    internal Room? Of(RoomId room) => rooms.GetValueOrDefault(room.ToString());

    internal Room Begin(RoomRecord record)
    {
        var room = Room.Begin(identity, vault, random, rules, record);
        rooms.Add(record.Id.ToString(), room);
        return room;
    }

    public void Dispose()
    {
        foreach (var room in rooms.Values)
            room.Dispose();
    }
}
