using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;

namespace Coulisse.Desk.Leaks;

/// <summary>The reports that this desk has taken up, by their numbers. Nothing of them leaves it.</summary>
internal sealed class LeakFile(IVault vault)
{
    internal IReadOnlyList<LeakRecord> All => [.. vault.Keys(VaultTable.Leaks, Opaque.Empty)
        .Select(key => vault.Read<LeakRecord>(VaultTable.Leaks, key)!)];

    internal ulong Next => vault.Keys(VaultTable.Leaks, Opaque.Empty) is [.., var last]
        ? VaultRecords.Number(last) + 1 : 1;

    internal LeakRecord? Find(ulong number) =>
        vault.Read<LeakRecord>(VaultTable.Leaks, VaultRecords.Ordered(number));

    /// <summary>In place of the earlier one, with the next commit.</summary>
    internal void Keep(LeakRecord leak) => vault.Write(VaultTable.Leaks, VaultRecords.Ordered(leak.Number), leak);
}
