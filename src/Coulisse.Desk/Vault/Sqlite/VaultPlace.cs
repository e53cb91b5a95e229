using Coulisse.Crypto.Codec;

namespace Coulisse.Desk.Vault.Sqlite;

/// <summary>A record's row: what it is, what it is called in the file, and its number.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Key">Its key there.</param>
/// <param name="Name">What stands for both in the file.</param>
/// <param name="Number">Which writing of it stands there.</param>
internal sealed record VaultPlace(VaultTable Table, Opaque Key, Opaque Name, ulong Number)
{
    /// <summary>By table, then by the bytes of the key; nothing else makes two rows of one.</summary>
    internal static readonly IComparer<VaultPlace> InOrder = Comparer<VaultPlace>.Create((one, other) =>
        one.Table != other.Table ? ((int)one.Table).CompareTo((int)other.Table)
            : one.Key.Span.SequenceCompareTo(other.Key.Span));

    /// <summary>Stands where such a record's row would.</summary>
    internal static VaultPlace Sought(VaultTable table, Opaque key) => new(table, key, Opaque.Empty, 0);
}
