using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Framing;

/// <summary>A version of MLS: RFC 9420 §6. Unknown ones may stand in capabilities.</summary>
public readonly record struct ProtocolVersion(ushort Value) : ITlsStruct<ProtocolVersion>
{
    /// <summary>The only one that is spoken.</summary>
    public static readonly ProtocolVersion Mls10 = new(1);

    /// <inheritdoc/>
    public static ProtocolVersion Read(ref TlsReader reader) => new(reader.ReadUInt16());

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteUInt16(Value);

    /// <summary>Four hexadecimal digits.</summary>
    public override string ToString() => $"0x{Value:x4}";
}
