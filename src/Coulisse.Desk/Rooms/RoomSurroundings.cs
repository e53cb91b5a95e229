using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Chains;
using Coulisse.Desk.Members;
using Coulisse.Desk.Vault;

namespace Coulisse.Desk.Rooms;

/// <summary>What all rooms of a desk have in common.</summary>
internal sealed class RoomSurroundings(DeskIdentity identity, IVault vault, IRandomSource random, RoomRules rules)
{
    internal DeskIdentity Identity => identity;

    internal IVault Vault => vault;

    internal IRandomSource Random => random;

    internal RoomRules Rules => rules;

    /// <summary>Whether something that must not be read again was replaced or removed since the vault's last
    /// commit.</summary>
    internal bool HasErased { get; set; }

    /// <summary>The parties' orders that hold in them.</summary>
    internal OrderBook Orders { get; } = new(identity, vault);

    /// <summary>What is known of the parties' seals.</summary>
    internal ChainBook Chains { get; } = new(identity, vault);
}
