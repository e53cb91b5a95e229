using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;

namespace Coulisse.Desk.Exports;

/// <summary>The copies that left this desk, by their numbers.</summary>
internal sealed class ExportRegister(IVault vault)
{
    internal IReadOnlyList<ExportRecord> All => [.. vault.Keys(VaultTable.Exports, Opaque.Empty)
        .Select(key => vault.Read<ExportRecord>(VaultTable.Exports, key)!)];

    internal ulong Next => vault.Keys(VaultTable.Exports, Opaque.Empty) is [.., var last]
        ? VaultRecords.Number(last) + 1 : 1;

    /// <summary>With the next commit.</summary>
    internal void Add(ExportRecord export) =>
        vault.Write(VaultTable.Exports, VaultRecords.Ordered(export.Number), export);
}
