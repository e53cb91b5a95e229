using System.Buffers;
using System.Buffers.Binary;

namespace Coulisse.Crypto.Codec;

/// <summary>
/// Writes the TLS presentation encoding that <see cref="TlsReader"/> reads; one value has one encoding.
/// </summary>
public readonly ref struct TlsWriter
{
    private readonly IBufferWriter<byte> output;

    /// <summary>Appends to <paramref name="output"/>.</summary>
    public TlsWriter(IBufferWriter<byte> output) => this.output = output;

    /// <summary>An unsigned number of one byte.</summary>
    public void WriteUInt8(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    /// <summary>An unsigned number of two bytes.</summary>
    public void WriteUInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(output.GetSpan(2), value);
        output.Advance(2);
    }

    /// <summary>An unsigned number of four bytes.</summary>
    public void WriteUInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(output.GetSpan(4), value);
        output.Advance(4);
    }

    /// <summary>An unsigned number of eight bytes.</summary>
    public void WriteUInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64BigEndian(output.GetSpan(8), value);
        output.Advance(8);
    }

    /// <summary>The bytes alone, for a field whose length both sides know.</summary>
    public void WriteFixed(ReadOnlySpan<byte> value) => output.Write(value);

    /// <summary>The length in the fewest bytes, then the bytes.</summary>
    /// <exception cref="ArgumentException">More than 2^30 - 1 bytes.</exception>
    public void WriteVector(ReadOnlySpan<byte> value)
    {
        WriteLength(value.Length);
        output.Write(value);
    }

    /// <summary>The length in the fewest bytes, then the bytes.</summary>
    public void WriteVector(Opaque value) => WriteVector(value.Span);

    private void WriteLength(int length)
    {
        var size = VectorLength.SizeOf(length);
        VectorLength.Write(output.GetSpan(size)[..size], length);
        output.Advance(size);
    }
}
