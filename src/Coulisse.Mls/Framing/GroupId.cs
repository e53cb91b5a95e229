using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Framing;

/// <summary>A group's identifier, chosen by its creator: RFC 9420 §11.</summary>
public readonly record struct GroupId(Opaque Value) : ITlsStruct<GroupId>
{
    /// <inheritdoc/>
    public static GroupId Read(ref TlsReader reader) => new(reader.ReadOpaque(MlsLimits.GroupIdBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteVector(Value);

    public override string ToString() => Value.ToString();
}
