using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.KeyPackages;

/// <summary>The hash by which a welcome names a key package: RFC 9420 §5.2.</summary>
public readonly record struct KeyPackageRef(Opaque Value) : ITlsStruct<KeyPackageRef>
{
    /// <inheritdoc/>
    public static KeyPackageRef Read(ref TlsReader reader) => new(reader.ReadOpaque(MlsLimits.HashBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteVector(Value);

    public override string ToString() => Value.ToString();
}
