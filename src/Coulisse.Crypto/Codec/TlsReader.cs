using System.Buffers.Binary;

namespace Coulisse.Crypto.Codec;

/// <summary>
/// Reads the TLS presentation encoding (RFC 8446 §3 with the vectors of RFC 9420 §2.1.2) from bytes that may be
/// hostile. Every length is compared with the caller's maximum and with what is left before anything is allocated.
/// </summary>
/// <remarks>The only exception is <see cref="DecodeException"/>.</remarks>
public ref struct TlsReader
{
    private readonly ReadOnlySpan<byte> bytes;
    private int position;

    /// <summary>Reads <paramref name="bytes"/> from the first one on.</summary>
    public TlsReader(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    /// <summary>How many bytes were read.</summary>
    public readonly int Position => position;

    /// <summary>How many bytes are left.</summary>
    public readonly int Remaining => bytes.Length - position;

    /// <summary>An unsigned number of one byte.</summary>
    public byte ReadUInt8() => ReadFixed(1)[0];

    /// <summary>An unsigned number of two bytes.</summary>
    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16BigEndian(ReadFixed(2));

    /// <summary>An unsigned number of four bytes.</summary>
    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32BigEndian(ReadFixed(4));

    /// <summary>An unsigned number of eight bytes.</summary>
    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64BigEndian(ReadFixed(8));

    /// <summary>Exactly <paramref name="length"/> bytes; the span points into the input.</summary>
    public ReadOnlySpan<byte> ReadFixed(int length)
    {
        if (Remaining < length)
            throw Refuse(DecodeCode.Truncated, "The bytes end inside a field.");
        var field = bytes.Slice(position, length);
        position += length;
        return field;
    }

    /// <summary>A vector of at most <paramref name="bytesMax"/> bytes; the span points into the input.</summary>
    public ReadOnlySpan<byte> ReadVector(int bytesMax)
    {
        var start = position;
        var length = ReadLength();
        if (length > bytesMax)
            throw new DecodeException(DecodeCode.TooLong, start,
                $"A field of {length} bytes is over its limit of {bytesMax}.");
        return ReadFixed(length);
    }

    /// <summary>A vector of at most <paramref name="bytesMax"/> bytes, copied.</summary>
    public Opaque ReadOpaque(int bytesMax) => Opaque.CopyOf(ReadVector(bytesMax));

    /// <summary>Refuses whatever is left: a value must end where its bytes do.</summary>
    public readonly void End()
    {
        if (Remaining != 0)
            throw Refuse(DecodeCode.TrailingBytes, "Bytes follow after the value.");
    }

    /// <summary>A refusal at the present position, for the caller to throw.</summary>
    public readonly DecodeException Refuse(DecodeCode code, string message) => new(code, position, message);

    private int ReadLength()
    {
        var start = position;
        var first = ReadUInt8();
        var size = first >> 6;
        if (size == 3) // RFC 9420 §2.1.2: the prefix 11 is invalid.
            throw new DecodeException(DecodeCode.LengthPrefixUndefined, start,
                "A length starts with the undefined bits 11.");
        var length = first & VectorLength.OneByteMax;
        for (var more = (1 << size) - 1; more > 0; more--)
            length = (length << 8) | ReadUInt8();
        if (VectorLength.SizeOf(length) != 1 << size) // RFC 9420 §2.1.2: the fewest bytes, or malformed.
            throw new DecodeException(DecodeCode.LengthNotMinimal, start, "A length takes more bytes than it needs.");
        return length;
    }
}
