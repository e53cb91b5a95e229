using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Vault;

/// <summary>Records of one table by their numbers, from 1; none is removed, so no number is given twice.</summary>
internal sealed class NumberedRecords<T>(IVault vault, VaultTable table)
    where T : class, IWireValue<T>
{
    /// <summary>The earliest first.</summary>
    internal IReadOnlyList<T> All =>
        [.. vault.Keys(table, Opaque.Empty).Select(key => vault.Read<T>(table, key)!)];

    /// <summary>The number that has not been given yet.</summary>
    internal ulong Next => vault.Keys(table, Opaque.Empty) is [.., var last] ? VaultRecords.Number(last) + 1 : 1;

    internal T? Find(ulong number) => vault.Read<T>(table, VaultRecords.Ordered(number));

    /// <summary>A new one, or in place of the earlier one of this number; with the next commit.</summary>
    internal void Keep(ulong number, T record) => vault.Write(table, VaultRecords.Ordered(number), record);
}
