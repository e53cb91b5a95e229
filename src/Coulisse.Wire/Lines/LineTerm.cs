using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>
/// Under which pair of station accreditations something was authenticated: <see cref="Bytes"/> bytes. A station whose
/// keys were renewed begins a new term; what was said in an earlier one is authenticated again when it is sent again.
/// </summary>
public readonly record struct LineTerm(Opaque Value) : IWireValue<LineTerm>
{
    /// <summary>The length, in bytes.</summary>
    public const int Bytes = 8;

    /// <summary>Lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString();

    /// <inheritdoc/>
    public static LineTerm Read(ref TlsReader reader) => new(Opaque.CopyOf(reader.ReadFixed(Bytes)));

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteFixed(Value.Span);
}
