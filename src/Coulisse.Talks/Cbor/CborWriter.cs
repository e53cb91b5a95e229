using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Coulisse.Talks.Cbor;

/// <summary>Writes CBOR in its deterministic encoding. The order of a map's keys is the caller's business.</summary>
internal sealed class CborWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    internal byte[] ToBytes() => bytes.WrittenSpan.ToArray();

    internal void UInt(ulong value) => Argument(0, value);

    internal void Int(long value)
    {
        if (value >= 0)
            UInt((ulong)value);
        else
            Argument(1, (ulong)(-1 - value));
    }

    internal void Array(int count) => Argument(4, (ulong)count);

    internal void Map(int count) => Argument(5, (ulong)count);

    internal void ByteString(ReadOnlySpan<byte> value)
    {
        Argument(2, (ulong)value.Length);
        bytes.Write(value);
    }

    internal void Text(string value)
    {
        var text = Encoding.UTF8.GetBytes(value);
        Argument(3, (ulong)text.Length);
        bytes.Write(text);
    }

    internal void Null() => bytes.Write<byte>([0xf6]);

    internal void Boolean(bool value) => bytes.Write<byte>([value ? (byte)0xf5 : (byte)0xf4]);

    /// <summary>What is encoded already.</summary>
    internal void Raw(ReadOnlySpan<byte> encoded) => bytes.Write(encoded);

    private void Argument(int major, ulong value)
    {
        Span<byte> argument = stackalloc byte[9];
        var size = value switch
        {
            < 24 => 0,
            <= byte.MaxValue => 1,
            <= ushort.MaxValue => 2,
            <= uint.MaxValue => 4,
            _ => 8,
        };
        BinaryPrimitives.WriteUInt64BigEndian(argument[1..], value);
        var info = size switch { 0 => (int)value, 1 => 24, 2 => 25, 4 => 26, _ => 27 };
        argument[8 - size] = (byte)((major << 5) | info);
        bytes.Write<byte>(argument[(8 - size)..]);
    }
}
