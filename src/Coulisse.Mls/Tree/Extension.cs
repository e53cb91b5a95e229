using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>An extension, known or not, kept byte for byte.</summary>
/// <remarks>RFC 9420 §7.2: <code>
/// struct { ExtensionType extension_type; opaque extension_data&lt;V&gt;; } Extension;
/// </code></remarks>
public sealed record Extension(ExtensionType Type, Opaque Data) : ITlsStruct<Extension>
{
    /// <inheritdoc/>
    public static Extension Read(ref TlsReader reader) => new(
        Type: ExtensionType.Read(ref reader),
        Data: reader.ReadOpaque(MlsLimits.ExtensionsBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Type.Write(writer);
        writer.WriteVector(Data);
    }
}
