using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Rooms;

/// <summary>Which room: the identifier of its MLS group, 1 to <see cref="BytesMax"/> bytes.</summary>
public readonly record struct RoomId(Opaque Value)
{
    /// <summary>The longest identifier, in bytes.</summary>
    public const int BytesMax = 64;

    /// <summary>The length of one that a desk draws, and of any it takes part in: none begins with another's, by which
    /// it could be taken for a part of that room.</summary>
    public const int DrawnBytes = 16;

    /// <summary>Whether it is one.</summary>
    public bool IsWellFormed => Value.Length is >= 1 and <= BytesMax;

    /// <summary>The room of 2 to 128 lower-case hexadecimal digits, else null.</summary>
    public static RoomId? FromHex(ReadOnlySpan<char> text) =>
        text.Length is >= 2 and <= 2 * BytesMax && Opaque.TryFromHex(text, text.Length / 2, out var value)
            ? new(value)
            : null;

    /// <summary>Lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString();

    internal static RoomId Read(ref TlsReader reader) =>
        new RoomId(reader.ReadOpaque(BytesMax)) is { IsWellFormed: true } room
            ? room
            : throw reader.Refuse(DecodeCode.BadContent, "A room has an identifier of at least one byte.");
}
