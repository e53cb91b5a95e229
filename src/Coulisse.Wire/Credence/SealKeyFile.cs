using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Passphrases;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;

namespace Coulisse.Wire.Credence;

/// <summary>
/// The one file that a party's seal lives in, encrypted under a passphrase. Two checksums (of the header, of the
/// whole) tell a damaged file from a wrong passphrase; what they cannot tell apart from it is a file altered by
/// somebody who also renewed the checksums. Bytes in, bytes out: the caller reads and writes the disk.
/// </summary>
/// <remarks><c>protocol/seal.md</c>: <code>
/// struct { opaque magic[16]; uint16 version = 1; uint32 memory_kib; uint32 passes; opaque salt[16];
///          opaque party&lt;V&gt;; opaque seal_public_key[32]; opaque nonce[24]; } Header;
/// struct { Header header; opaque header_check[32]; opaque sealed_seed[48]; opaque file_check[32]; }
/// SealKeyFile;</code></remarks>
public static class SealKeyFile
{
    /// <summary>The largest key file, in bytes.</summary>
    public const int BytesMax = 1024;

    private const ushort Version = 1;
    private const int CheckBytes = 32;
    private const int SealedSeedBytes = SignaturePrivateKey.SeedBytes + XChaChaPoly.TagBytes;

    private static ReadOnlySpan<byte> Magic => "COULISSE SEALKEY"u8;

    /// <summary>The file for a seal.</summary>
    public static byte[] Write(Seal seal, Passphrase passphrase, Argon2Parameters cost, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(seal);
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> salt = stackalloc byte[Argon2Id.SaltBytes];
        Span<byte> nonce = stackalloc byte[XChaChaPoly.NonceBytes];
        random.Fill(salt);
        random.Fill(nonce);
        var file = new ArrayBufferWriter<byte>(BytesMax);
        new Header(cost, Opaque.CopyOf(salt), seal.Party, seal.PublicKey, Opaque.CopyOf(nonce))
            .Write(new TlsWriter(file));
        file.Write(SHA256.HashData(file.WrittenSpan));

        Span<byte> sealedSeed = stackalloc byte[SealedSeedBytes];
        using (var key = new AeadKey(Argon2Id.Derive(passphrase, salt, cost, AeadKey.KeyBytes)))
        using (var seed = seal.CopySeed())
            XChaChaPoly.Seal(key, nonce, seed.Reveal(), file.WrittenSpan, sealedSeed);
        file.Write(sealedSeed);
        file.Write(SHA256.HashData(file.WrittenSpan));
        return file.WrittenSpan.ToArray();
    }

    /// <summary>What the file says without its passphrase.</summary>
    public static SealKeyFileReading Read(ReadOnlySpan<byte> file) => Parse(file) switch
    {
        (_, { } refusal) => new SealKeyFileReading.Refused(refusal),
        (var parts, _) => new SealKeyFileReading.Named(parts!.Header.Party, parts.Header.Key, parts.Header.Cost),
    };

    /// <summary>Opens the file. Costs the memory and time that the file names, within the limits.</summary>
    /// <exception cref="InsufficientMemoryException">The machine cannot give that memory.</exception>
    public static SealOpening Open(ReadOnlySpan<byte> file, Passphrase passphrase)
    {
        if (Parse(file) is not (var parts, null))
            return new SealOpening.Refused(Parse(file).Refusal!.Value);
        using var key =
            new AeadKey(Argon2Id.Derive(passphrase, parts!.Header.Salt.Span, parts.Header.Cost, AeadKey.KeyBytes));
        var (header, opens) = (parts.Header, false);
        using var seed = SecretBytes.Create(SignaturePrivateKey.SeedBytes, output =>
            opens = XChaChaPoly.Open(key, header.Nonce.Span, parts.SealedSeed.Span, parts.Associated.Span, output));
        if (!opens)
            return new SealOpening.Refused(SealKeyFileRefusal.WrongPassphrase);
        var seal = Seal.FromSeed(header.Party, seed.Reveal());
        if (seal.PublicKey == header.Key)
            return new SealOpening.Opened(seal);
        seal.Dispose();
        return new SealOpening.Refused(SealKeyFileRefusal.Damaged);
    }

    private static (Parts? Parts, SealKeyFileRefusal? Refusal) Parse(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Magic))
            return (null, SealKeyFileRefusal.NotASealKeyFile);
        try
        {
            var reader = new TlsReader(file);
            reader.ReadFixed(Magic.Length);
            if (reader.ReadUInt16() != Version)
                return (null, SealKeyFileRefusal.OtherVersion);
            return Check(file, ref reader);
        }
        catch (DecodeException)
        {
            return (null, SealKeyFileRefusal.Damaged);
        }
    }

    private static (Parts?, SealKeyFileRefusal?) Check(ReadOnlySpan<byte> file, ref TlsReader reader)
    {
        var header = Header.Read(ref reader);
        var headerEnd = reader.Position;
        var headerFits = reader.ReadFixed(CheckBytes).SequenceEqual(SHA256.HashData(file[..headerEnd]));
        var associated = Opaque.CopyOf(file[..reader.Position]);
        var sealedSeed = Opaque.CopyOf(reader.ReadFixed(SealedSeedBytes));
        var bodyEnd = reader.Position;
        var wholeFits = reader.ReadFixed(CheckBytes).SequenceEqual(SHA256.HashData(file[..bodyEnd]));
        reader.End();
        if (!headerFits || !wholeFits || !PartyRules.IsName(header.Party))
            return (null, SealKeyFileRefusal.Damaged);
        return header.Cost.AreWithinLimits
            ? (new Parts(header, associated, sealedSeed), null)
            : (null, SealKeyFileRefusal.CostBeyondLimits);
    }

    private sealed record Parts(Header Header, Opaque Associated, Opaque SealedSeed);

    private sealed record Header(Argon2Parameters Cost, Opaque Salt, string Party, SealPublicKey Key, Opaque Nonce)
    {
        internal static Header Read(ref TlsReader reader) => new(
            Cost: new(ReadBounded(ref reader), ReadBounded(ref reader)),
            Salt: Opaque.CopyOf(reader.ReadFixed(Argon2Id.SaltBytes)),
            Party: Encoding.UTF8.GetString(reader.ReadVector(PartyRules.NameBytesMax)),
            Key: new(SignaturePublicKey.From(Opaque.CopyOf(reader.ReadFixed(SignaturePublicKey.KeyBytes)))!),
            Nonce: Opaque.CopyOf(reader.ReadFixed(XChaChaPoly.NonceBytes)));

        internal void Write(TlsWriter writer)
        {
            writer.WriteFixed(Magic);
            writer.WriteUInt16(Version);
            writer.WriteUInt32((uint)Cost.MemoryKiB);
            writer.WriteUInt32((uint)Cost.Passes);
            writer.WriteFixed(Salt.Span);
            writer.WriteVector(Encoding.UTF8.GetBytes(Party));
            writer.WriteFixed(Key.Key.Value.Span);
            writer.WriteFixed(Nonce.Span);
        }

        // Beyond int nothing is within the limits anyway.
        private static int ReadBounded(ref TlsReader reader) => (int)Math.Min(reader.ReadUInt32(), int.MaxValue);
    }
}
