using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Members;

/// <summary>
/// The parties' orders to take leaves of their own out of rooms: each signed by its party's seal, and all the consent
/// that a removal needs. They stay, whether or not this desk is in the room: who joins has to know them.
/// </summary>
internal sealed class OrderBook
{
    private const int OrdersMax = 8_192; // of each party, so that neither can crowd out the other's

    private readonly DeskIdentity identity;
    private readonly IVault vault;
    private readonly Dictionary<(RoomId Room, Opaque LeafKey, string Party), Sealed<RoomOrder>> orders = [];

    internal OrderBook(DeskIdentity identity, IVault vault)
    {
        (this.identity, this.vault) = (identity, vault);
        foreach (var key in vault.Keys(VaultTable.Orders, Opaque.Empty))
            Add(vault.Read<Sealed<RoomOrder>>(VaultTable.Orders, key)!);
    }

    /// <summary>Takes an order up; false if it is not by a seal that counts here, or of a kind that is not
    /// known.</summary>
    internal bool Take(Sealed<RoomOrder> order)
    {
        if (!identity.Seals.Accepts(order.By) || order.Content.What != RoomOrderKind.Removal)
            return false;
        var (room, leafKey) = (order.Content.Room, order.Content.LeafKey.Value);
        if (Of(room, leafKey, order.By.Party) is not null
            || orders.Keys.Count(key => key.Party == order.By.Party) >= OrdersMax)
            return true;
        Add(order);
        vault.Write(VaultTable.Orders, order.Entry.Hash(), order);
        return true;
    }

    /// <summary>The order of this party about this leaf; null if there is none.</summary>
    internal Sealed<RoomOrder>? Of(RoomId room, Opaque leafKey, string party) =>
        orders.GetValueOrDefault((room, leafKey, party));

    /// <summary>Whether there is any about this room.</summary>
    internal bool HasAny(RoomId room) => orders.Keys.Any(key => key.Room == room);

    // By party too: an order about a leaf of somebody else's is about nothing, and stands in nobody's way.
    private void Add(Sealed<RoomOrder> order) =>
        orders[(order.Content.Room, order.Content.LeafKey.Value, order.By.Party)] = order;
}
