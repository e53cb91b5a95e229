using System.Buffers;
using System.Security.Cryptography;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Passphrases;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Desk.Vault.Sqlite;

/// <summary>
/// How a vault's root key is kept: encrypted under a passphrase. A checksum tells a damaged header from a wrong
/// passphrase, as far as nobody renewed it.
/// </summary>
/// <remarks><c>protocol/vault.md</c>: <code>
/// struct { opaque magic[16]; uint16 version = 1; uint32 memory_kib; uint32 passes; opaque salt[16]; opaque nonce[24];
///          opaque root[48]; opaque check[32]; } VaultHeader;</code></remarks>
internal static class VaultHeader
{
    internal const int RootBytes = AeadKey.KeyBytes;

    private const ushort Version = 1;
    private const int CheckBytes = 32;
    private const int SealedRootBytes = RootBytes + XChaChaPoly.TagBytes;

    private static ReadOnlySpan<byte> Magic => "COULISSE VAULT 1"u8;

    internal static byte[] Write(SecretBytes root, Passphrase passphrase, Argon2Parameters cost, IRandomSource random)
    {
        Span<byte> salt = stackalloc byte[Argon2Id.SaltBytes];
        Span<byte> nonce = stackalloc byte[XChaChaPoly.NonceBytes];
        random.Fill(salt);
        random.Fill(nonce);
        var header = new ArrayBufferWriter<byte>(256);
        var writer = new TlsWriter(header);
        writer.WriteFixed(Magic);
        writer.WriteUInt16(Version);
        writer.WriteUInt32((uint)cost.MemoryKiB);
        writer.WriteUInt32((uint)cost.Passes);
        writer.WriteFixed(salt);
        writer.WriteFixed(nonce);
        Span<byte> sealedRoot = stackalloc byte[SealedRootBytes];
        using (var key = new AeadKey(Argon2Id.Derive(passphrase, salt, cost, AeadKey.KeyBytes)))
            XChaChaPoly.Seal(key, nonce, root.Reveal(), header.WrittenSpan, sealedRoot);
        writer.WriteFixed(sealedRoot);
        writer.WriteFixed(SHA256.HashData(header.WrittenSpan));
        return header.WrittenSpan.ToArray();
    }

    /// <summary>Why a header is none; null if it is one.</summary>
    internal static VaultRefusal? RefusalOf(ReadOnlySpan<byte> header) => Read(header).Refusal;

    /// <summary>The root key; null if the passphrase does not open it. The caller disposes it.</summary>
    /// <exception cref="InsufficientMemoryException">The machine cannot give the memory that the header
    /// names.</exception>
    internal static SecretBytes? Open(ReadOnlySpan<byte> header, Passphrase passphrase)
    {
        var (parts, _) = Read(header);
        var associated = Opaque.CopyOf(header[..parts.RootAt]);
        var sealedRoot = Opaque.CopyOf(header.Slice(parts.RootAt, SealedRootBytes));
        using var key = new AeadKey(Argon2Id.Derive(passphrase, parts.Salt.Span, parts.Cost, AeadKey.KeyBytes));
        var opens = false;
        var root = SecretBytes.Create(RootBytes, output =>
            opens = XChaChaPoly.Open(key, parts.Nonce.Span, sealedRoot.Span, associated.Span, output));
        if (opens)
            return root;
        root.Dispose();
        return null;
    }

    private readonly record struct Parts(Argon2Parameters Cost, Opaque Salt, Opaque Nonce, int RootAt);

    private static (Parts Parts, VaultRefusal? Refusal) Read(ReadOnlySpan<byte> header)
    {
        if (!header.StartsWith(Magic))
            return (default, VaultRefusal.NotAVault);
        try
        {
            var reader = new TlsReader(header);
            reader.ReadFixed(Magic.Length);
            if (reader.ReadUInt16() != Version)
                return (default, VaultRefusal.OtherVersion);
            var cost = new Argon2Parameters(Bounded(reader.ReadUInt32()), Bounded(reader.ReadUInt32()));
            var parts = new Parts(cost, Opaque.CopyOf(reader.ReadFixed(Argon2Id.SaltBytes)),
                Opaque.CopyOf(reader.ReadFixed(XChaChaPoly.NonceBytes)), reader.Position);
            reader.ReadFixed(SealedRootBytes);
            var end = reader.Position;
            var isWhole = reader.ReadFixed(CheckBytes).SequenceEqual(SHA256.HashData(header[..end]));
            reader.End();
            return !isWhole ? (default, VaultRefusal.Damaged)
                : cost.AreWithinLimits ? (parts, null) : (default, VaultRefusal.CostBeyondLimits);
        }
        catch (DecodeException)
        {
            return (default, VaultRefusal.Damaged);
        }
    }

    private static int Bounded(uint number) => (int)Math.Min(number, int.MaxValue);
}
