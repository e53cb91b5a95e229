using System.Buffers;
using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Codec;

/// <summary>Whole values from and to bytes.</summary>
public static class WireValue
{
    /// <summary>The encoding of a value.</summary>
    public static Opaque Encode<T>(T value)
        where T : IWireValue<T>
    {
        var bytes = new ArrayBufferWriter<byte>();
        value.Write(new TlsWriter(bytes));
        return Opaque.CopyOf(bytes.WrittenSpan);
    }

    /// <summary>The value that exactly these bytes encode.</summary>
    /// <exception cref="DecodeException">The bytes are no such value, or more than one.</exception>
    public static T Decode<T>(ReadOnlySpan<byte> bytes)
        where T : IWireValue<T>
    {
        var reader = new TlsReader(bytes);
        var value = T.Read(ref reader);
        reader.End();
        return value;
    }
}
