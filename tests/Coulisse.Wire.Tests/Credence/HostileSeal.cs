using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Tests.Credence;

/// <summary>Signs entries that no chain of ours would hold, as the holder of a seal can with another program.</summary>
public static class HostileSeal
{
    /// <summary>An officer's entry of any number, by the seal of the first random bytes of a seed.</summary>
    public static SealEntry SignAt(this Seal seal, ulong number, ulong seed = 1)
    {
        using var secret = SecretBytes.Random(SignaturePrivateKey.SeedBytes, new SeededRandom(seed));
        using var key = SignaturePrivateKey.FromSeed(secret.Reveal());
        Assert.Equal(seal.PublicKey.Key, key.PublicKey);
        var content = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(content);
        writer.WriteVector(System.Text.Encoding.UTF8.GetBytes(seal.Party));
        writer.WriteFixed(key.PublicKey.Value.Span);
        writer.WriteUInt64(number);
        writer.WriteFixed(new byte[32].Select(_ => (byte)1).ToArray());
        writer.WriteUInt16((ushort)SealEntryKind.Accreditation);
        writer.WriteUInt64(1_900_000_000);
        writer.WriteFixed(new byte[32]);
        var signature = key.SignWithLabel(SignatureLabel.For("SealEntry accreditation"), content.WrittenSpan);
        return SealEntry.Read([.. content.WrittenSpan, .. signature.Span]);
    }
}
