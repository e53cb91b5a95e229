using System.Buffers.Binary;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Kdf;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Desk.Vault.Sqlite;

/// <summary>
/// What is done with the root key: names of rows that say nothing, records sealed each by itself and bound to their
/// place and number, and the code of a row by which rows are summed up.
/// </summary>
internal sealed class RecordSeal : IDisposable
{
    internal const int NameBytes = 32;
    internal const int CodeBytes = 32;
    internal const int OverheadBytes = XChaChaPoly.NonceBytes + XChaChaPoly.TagBytes;

    private readonly SecretBytes names;
    private readonly SecretBytes codes;
    private readonly AeadKey records;
    private readonly IRandomSource random;

    internal RecordSeal(SecretBytes root, IRandomSource random)
    {
        names = Derive(root, "Coulisse 1.0 vault names"u8);
        codes = Derive(root, "Coulisse 1.0 vault codes"u8);
        records = new(Derive(root, "Coulisse 1.0 vault records"u8));
        this.random = random;
    }

    /// <summary>The name of a row.</summary>
    internal Opaque NameOf(VaultTable table, Opaque key)
    {
        var content = new byte[2 + key.Length];
        BinaryPrimitives.WriteUInt16BigEndian(content, (ushort)table);
        key.Span.CopyTo(content.AsSpan(2));
        var name = new byte[NameBytes];
        HashFunction.Sha256.Hmac(names.Reveal(), content, name);
        return Opaque.Owning(name);
    }

    /// <summary>The code of a row: its name and number, which nobody else can make.</summary>
    internal void CodeOf(Opaque name, ulong number, Span<byte> code)
    {
        Span<byte> content = stackalloc byte[NameBytes + 8];
        name.Span.CopyTo(content);
        BinaryPrimitives.WriteUInt64BigEndian(content[NameBytes..], number);
        HashFunction.Sha256.Hmac(codes.Reveal(), content, code);
    }

    /// <summary>Seals a part of a row: nonce, ciphertext, tag.</summary>
    internal byte[] Seal(RowPart part, Opaque name, ulong number, ReadOnlySpan<byte> content)
    {
        var bytes = new byte[content.Length + OverheadBytes];
        var nonce = bytes.AsSpan(0, XChaChaPoly.NonceBytes);
        random.Fill(nonce);
        Span<byte> associated = stackalloc byte[2 + NameBytes + 8];
        Associate(part, name, number, associated);
        XChaChaPoly.Seal(records, nonce, content, associated, bytes.AsSpan(XChaChaPoly.NonceBytes));
        return bytes;
    }

    /// <summary>Opens it; null if it is not what was sealed there. The caller disposes it.</summary>
    internal SecretBytes? Open(RowPart part, Opaque name, ulong number, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < OverheadBytes)
            return null;
        Span<byte> associated = stackalloc byte[2 + NameBytes + 8];
        Associate(part, name, number, associated);
        var content = SecretBytes.Allocate(bytes.Length - OverheadBytes, out var output);
        if (XChaChaPoly.Open(records, bytes[..XChaChaPoly.NonceBytes], bytes[XChaChaPoly.NonceBytes..], associated,
            output))
            return content;
        content.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        names.Dispose();
        codes.Dispose();
        records.Dispose();
    }

    private static void Associate(RowPart part, Opaque name, ulong number, Span<byte> associated)
    {
        BinaryPrimitives.WriteUInt16BigEndian(associated, (ushort)part);
        name.Span.CopyTo(associated[2..]);
        BinaryPrimitives.WriteUInt64BigEndian(associated[(2 + NameBytes)..], number);
    }

    private static SecretBytes Derive(SecretBytes root, ReadOnlySpan<byte> label)
    {
        var key = SecretBytes.Allocate(AeadKey.KeyBytes, out var output);
        HashFunction.Sha256.Expand(root.Reveal(), label, output);
        return key;
    }
}

/// <summary>What of a row is sealed by itself. The numbers are part of what is authenticated.</summary>
internal enum RowPart : ushort
{
    /// <summary>Table and key, for the index.</summary>
    Key = 1,

    /// <summary>The record.</summary>
    Record = 2,

    /// <summary>The sum of all rows' codes.</summary>
    Sum = 3,
}
