using System.Buffers.Binary;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Desk.Vault;

/// <summary>
/// The part of a vault in which a desk keeps what is its own party's alone: in a table of its own, so that nothing of a
/// room of both sides is found under a name of one at home, or the reverse. One transaction with the rest.
/// </summary>
internal sealed class HomeVault(IVault whole) : IVault
{
    private const int TableBytes = sizeof(ushort);

    /// <inheritdoc/>
    public SecretBytes? Get(VaultTable table, Opaque key) => whole.Get(VaultTable.Home, Named(table, key));

    /// <inheritdoc/>
    public IReadOnlyList<Opaque> Keys(VaultTable table, Opaque prefix) =>
        [.. whole.Keys(VaultTable.Home, Named(table, prefix)).Select(key => Opaque.CopyOf(key.Span[TableBytes..]))];

    /// <inheritdoc/>
    public void Put(VaultTable table, Opaque key, ReadOnlySpan<byte> record) =>
        whole.Put(VaultTable.Home, Named(table, key), record);

    /// <inheritdoc/>
    public void Remove(VaultTable table, Opaque key) => whole.Remove(VaultTable.Home, Named(table, key));

    /// <inheritdoc/>
    public void Commit(Erasure erasure = Erasure.Now) => whole.Commit(erasure);

    /// <inheritdoc/>
    public void Undo() => whole.Undo();

    /// <summary>The table and the key that a record of <see cref="VaultTable.Home"/> stands for.</summary>
    internal static (VaultTable Table, Opaque Key) Meant(Opaque key) =>
        ((VaultTable)BinaryPrimitives.ReadUInt16BigEndian(key.Span), Opaque.CopyOf(key.Span[TableBytes..]));

    /// <summary>The vault itself is its owner's.</summary>
    public void Dispose()
    {
    }

    private static Opaque Named(VaultTable table, Opaque key)
    {
        Span<byte> number = stackalloc byte[TableBytes];
        BinaryPrimitives.WriteUInt16BigEndian(number, (ushort)table);
        return Opaque.CopyOf([.. number, .. key.Span]);
    }
}
