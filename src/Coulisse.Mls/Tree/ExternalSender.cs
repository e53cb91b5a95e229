using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>Someone outside the group who may propose; a list of them is an extension of the context.</summary>
/// <remarks>RFC 9420 §12.1.8.1: <code>
/// struct { SignaturePublicKey signature_key; Credential credential; } ExternalSender;
/// </code></remarks>
public sealed record ExternalSender(Opaque SignatureKey, Credential Credential) : ITlsStruct<ExternalSender>
{
    /// <inheritdoc/>
    public static ExternalSender Read(ref TlsReader reader) => new(
        SignatureKey: reader.ReadOpaque(MlsLimits.PublicKeyBytesMax),
        Credential: Credential.Read(ref reader));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteVector(SignatureKey);
        Credential.Write(writer);
    }
}
