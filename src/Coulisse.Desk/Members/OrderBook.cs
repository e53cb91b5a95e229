using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;
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
    private readonly Dictionary<(RoomId Room, Opaque LeafKey), List<Sealed<RoomOrder>>> orders = [];
    private readonly Dictionary<string, int> counts = [];

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
        var isKnown = About(order.Content.Room, order.Content.LeafKey.Value)
            .Any(known => known.By.Party == order.By.Party);
        if (isKnown || counts.GetValueOrDefault(order.By.Party) >= OrdersMax)
            return true;
        Add(order);
        vault.Write(VaultTable.Orders, order.Entry.Hash(), order);
        return true;
    }

    /// <summary>The orders about a leaf, at most one of each party: one of a party that the leaf is not of is about
    /// nothing, and stands in nobody's way.</summary>
    internal IReadOnlyList<Sealed<RoomOrder>> About(RoomId room, Opaque leafKey) =>
        orders.GetValueOrDefault((room, leafKey), []);

    private void Add(Sealed<RoomOrder> order)
    {
        var about = (order.Content.Room, order.Content.LeafKey.Value);
        if (!orders.TryGetValue(about, out var known))
            orders[about] = known = [];
        known.Add(order);
        counts[order.By.Party] = counts.GetValueOrDefault(order.By.Party) + 1;
    }
}
