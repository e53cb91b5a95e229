using System.Buffers.Binary;

namespace Coulisse.Talks.Parties;

/// <summary>The identifier of an accreditation, 16 bytes: who speaks.</summary>
public readonly record struct DelegateId(UInt128 Value)
{
    /// <summary>Its length in bytes.</summary>
    public const int Bytes = 16;

    /// <summary>From its 16 bytes.</summary>
    public static DelegateId From(ReadOnlySpan<byte> bytes) => bytes.Length == Bytes
        ? new(BinaryPrimitives.ReadUInt128BigEndian(bytes))
        : throw new ArgumentException("An accreditation's identifier has 16 bytes.", nameof(bytes));

    /// <summary>Its 16 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }

    /// <summary>In hexadecimal.</summary>
    public override string ToString() => Value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
