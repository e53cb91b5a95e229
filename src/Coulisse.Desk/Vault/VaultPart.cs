using System.Buffers.Binary;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Vault;

/// <summary>
/// The part of a vault in which a desk keeps what is its own party's alone, or what is of a further line: in a table of
/// its own, so that nothing of a room of one place is found under a name of another. One transaction with the rest.
/// </summary>
internal sealed class VaultPart : IVault
{
    private const int TableBytes = sizeof(ushort);

    private readonly IVault whole;
    private readonly VaultTable within;
    private readonly Opaque place;

    private VaultPart(IVault whole, VaultTable within, Opaque place) =>
        (this.whole, this.within, this.place) = (whole, within, place);

    /// <summary>What is kept of the own party's home.</summary>
    internal static VaultPart Home(IVault whole) => new(whole, VaultTable.Home, Opaque.Empty);

    /// <summary>What is kept of a line that is not the desk's first.</summary>
    internal static VaultPart Of(IVault whole, LineId line) => new(whole, VaultTable.Lines, line.Value);

    /// <inheritdoc/>
    public SecretBytes? Get(VaultTable table, Opaque key) => whole.Get(within, Named(table, key));

    /// <inheritdoc/>
    public IReadOnlyList<Opaque> Keys(VaultTable table, Opaque prefix) => [.. whole.Keys(within, Named(table, prefix))
        .Select(key => Opaque.CopyOf(key.Span[(place.Length + TableBytes)..]))];

    /// <inheritdoc/>
    public void Put(VaultTable table, Opaque key, ReadOnlySpan<byte> record) =>
        whole.Put(within, Named(table, key), record);

    /// <inheritdoc/>
    public void Remove(VaultTable table, Opaque key) => whole.Remove(within, Named(table, key));

    /// <inheritdoc/>
    public void Commit(Erasure erasure = Erasure.Now) => whole.Commit(erasure);

    /// <inheritdoc/>
    public void Undo() => whole.Undo();

    /// <summary>The table and the key that a record of <see cref="VaultTable.Home"/> stands for.</summary>
    internal static (VaultTable Table, Opaque Key) MeantAtHome(Opaque key) =>
        ((VaultTable)BinaryPrimitives.ReadUInt16BigEndian(key.Span), Opaque.CopyOf(key.Span[TableBytes..]));

    /// <summary>The vault itself is its owner's.</summary>
    public void Dispose()
    {
    }

    private Opaque Named(VaultTable table, Opaque key)
    {
        Span<byte> number = stackalloc byte[TableBytes];
        BinaryPrimitives.WriteUInt16BigEndian(number, (ushort)table);
        return Opaque.CopyOf([.. place.Span, .. number, .. key.Span]);
    }
}
