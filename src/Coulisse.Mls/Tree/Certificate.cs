using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>One DER certificate of a chain: RFC 9420 §5.3.</summary>
public readonly record struct Certificate(Opaque Data) : ITlsStruct<Certificate>
{
    /// <inheritdoc/>
    public static Certificate Read(ref TlsReader reader) => new(reader.ReadOpaque(MlsLimits.CertificateChainBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteVector(Data);
}
