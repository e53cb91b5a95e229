using System.Buffers.Binary;
using System.Globalization;

namespace Coulisse.Talks.Transcripts;

/// <summary>The hash of an author and of the message as they wrote it, 32 bytes: its identity.</summary>
public readonly record struct MessageId(UInt128 High, UInt128 Low)
{
    /// <summary>Its length in bytes.</summary>
    public const int Bytes = 32;

    /// <summary>All zero: no message.</summary>
    public bool IsNone => High == 0 && Low == 0;

    /// <summary>From its 32 bytes.</summary>
    public static MessageId From(ReadOnlySpan<byte> bytes) => bytes.Length == Bytes
        ? new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]))
        : throw new ArgumentException("A message's identifier has 32 bytes.", nameof(bytes));

    /// <summary>Its 32 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), Low);
        return bytes;
    }

    /// <summary>The order of their bytes: no order of time, only the same everywhere.</summary>
    public static IComparer<MessageId> Order { get; } = Comparer<MessageId>.Create((one, other) =>
        one.High != other.High ? one.High.CompareTo(other.High) : one.Low.CompareTo(other.Low));

    /// <summary>In hexadecimal.</summary>
    public override string ToString() =>
        High.ToString("x32", CultureInfo.InvariantCulture) + Low.ToString("x32", CultureInfo.InvariantCulture);
}
