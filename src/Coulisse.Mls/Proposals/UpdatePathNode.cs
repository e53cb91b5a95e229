using System.Buffers;
using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Proposals;

/// <summary>A new key of one node on the committer's path, its secret sealed to everyone below the other
/// child.</summary>
/// <remarks>RFC 9420 §7.6: <code>
/// struct { HPKEPublicKey encryption_key; HPKECiphertext encrypted_path_secret&lt;V&gt;; } UpdatePathNode;
/// </code></remarks>
public sealed record UpdatePathNode(HpkePublicKey EncryptionKey, TlsList<HpkeCiphertext> EncryptedPathSecrets)
    : ITlsStruct<UpdatePathNode>
{
    /// <inheritdoc/>
    public static UpdatePathNode Read(ref TlsReader reader) => new(
        EncryptionKey: new HpkePublicKey(reader.ReadOpaque(MlsLimits.PublicKeyBytesMax)),
        EncryptedPathSecrets: ReadSecrets(ref reader));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteVector(EncryptionKey.Value);
        var secrets = new ArrayBufferWriter<byte>();
        foreach (var secret in EncryptedPathSecrets)
            new TlsWriter(secrets).WriteHpkeCiphertext(secret);
        writer.WriteVector(secrets.WrittenSpan);
    }

    private static TlsList<HpkeCiphertext> ReadSecrets(ref TlsReader reader)
    {
        var secrets = ImmutableArray.CreateBuilder<HpkeCiphertext>();
        var inner = new TlsReader(reader.ReadVector(MlsLimits.UpdatePathBytesMax));
        while (inner.Remaining > 0)
            secrets.Add(inner.ReadHpkeCiphertext());
        return new(secrets.DrainToImmutable());
    }
}
