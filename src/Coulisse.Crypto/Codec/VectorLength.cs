using System.Buffers.Binary;

namespace Coulisse.Crypto.Codec;

/// <summary>
/// The variable-size length before a vector: RFC 9420 §2.1.2, two bits of size, then the number, big end first.
/// </summary>
internal static class VectorLength
{
    internal const int OneByteMax = 0x3f;
    internal const int TwoBytesMax = 0x3fff;
    internal const int Max = 0x3fff_ffff;

    /// <summary>How many bytes the length itself takes: 1, 2 or 4.</summary>
    internal static int SizeOf(int length) => length <= OneByteMax ? 1 : length <= TwoBytesMax ? 2 : 4;

    /// <summary>Fills <paramref name="destination"/>, of <see cref="SizeOf"/> bytes.</summary>
    internal static void Write(Span<byte> destination, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Max);
        switch (destination.Length)
        {
            case 1:
                destination[0] = (byte)length;
                break;
            case 2:
                BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)(length | 0x4000));
                break;
            default:
                BinaryPrimitives.WriteUInt32BigEndian(destination, (uint)length | 0x8000_0000);
                break;
        }
    }
}
