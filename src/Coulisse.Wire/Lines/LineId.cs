using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>Which line: <see cref="Bytes"/> bytes that follow from its two parties' names.</summary>
public readonly record struct LineId(Opaque Value)
{
    /// <summary>The length, in bytes.</summary>
    public const int Bytes = 16;

    /// <summary>Lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString();

    internal static LineId Read(ref TlsReader reader) => new(Opaque.CopyOf(reader.ReadFixed(Bytes)));

    internal void Write(TlsWriter writer) => writer.WriteFixed(Value.Span);
}
