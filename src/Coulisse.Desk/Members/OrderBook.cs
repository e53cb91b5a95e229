using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Members;

/// <summary>
/// The parties' orders about leaves of their own in rooms: each signed by its party's seal, and all the consent that a
/// removal or a replacement needs. They stay, whether or not this desk is in the room: who joins has to know them.
/// </summary>
internal sealed class OrderBook
{
    private const int RemovalsMax = 8_192; // of each party, so that neither can crowd out the other's

    // The earliest makes room: what a commit rests on stands before it in the same entry, and is taken up again.
    private const int ReplacementsMax = 256;

    private readonly DeskIdentity identity;
    private readonly IVault vault;
    private readonly Dictionary<(RoomId Room, Opaque LeafKey), List<BroughtOrder>> orders = [];
    private readonly Dictionary<(string Party, RoomOrderKind), int> counts = [];

    internal OrderBook(DeskIdentity identity, IVault vault)
    {
        (this.identity, this.vault) = (identity, vault);
        foreach (var key in vault.Keys(VaultTable.Orders, Opaque.Empty))
            Add(vault.Read<BroughtOrder>(VaultTable.Orders, key)!);
    }

    /// <summary>Takes an order up; false if it is not by a seal that counts here.</summary>
    internal bool Take(BroughtOrder brought)
    {
        var order = brought.Order;
        if (!identity.Seals.Accepts(order.By))
            return false;
        var isKnown = About(order.Content.Room, order.Content.LeafKey.Value).Any(known => brought.IsReplacement
            ? known.Order.Entry.Hash() == order.Entry.Hash()
            : !known.IsReplacement && known.Order.By.Party == order.By.Party);
        var count = counts.GetValueOrDefault((order.By.Party, order.Content.What));
        if (isKnown || (!brought.IsReplacement && count >= RemovalsMax))
            return true;
        if (brought.IsReplacement && count >= ReplacementsMax)
            Drop(orders.Values.SelectMany(all => all).Where(one => one.IsReplacement
                && one.Order.By.Party == order.By.Party).MinBy(one => one.Order.Number)!);
        Add(brought);
        vault.Write(VaultTable.Orders, order.Entry.Hash(), brought);
        return true;
    }

    /// <summary>The orders about a leaf, of each party: one of a party that the leaf is not of is about nothing, and
    /// stands in nobody's way.</summary>
    internal IReadOnlyList<BroughtOrder> About(RoomId room, Opaque leafKey) =>
        orders.GetValueOrDefault((room, leafKey), []);

    private void Add(BroughtOrder brought)
    {
        var content = brought.Order.Content;
        var about = (content.Room, content.LeafKey.Value);
        if (!orders.TryGetValue(about, out var known))
            orders[about] = known = [];
        known.Add(brought);
        Count(brought, 1);
    }

    private void Drop(BroughtOrder brought)
    {
        var content = brought.Order.Content;
        var about = (content.Room, content.LeafKey.Value);
        if (orders[about].Remove(brought) && orders[about].Count == 0)
            orders.Remove(about);
        vault.Remove(VaultTable.Orders, brought.Order.Entry.Hash());
        Count(brought, -1);
    }

    private void Count(BroughtOrder brought, int change)
    {
        var kind = (brought.Order.By.Party, brought.Order.Content.What);
        counts[kind] = counts.GetValueOrDefault(kind) + change;
    }
}
