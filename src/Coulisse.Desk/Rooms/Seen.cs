using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>How far somebody has read another author without a gap, as they say inside a message.</summary>
/// <remarks><c>protocol/rooms.md</c>: <code>
/// struct { opaque author[16]; uint64 number; opaque hash[32]; } Seen;</code></remarks>
/// <param name="Author">Whom: the identifier of a desk, 16 bytes.</param>
/// <param name="Number">That author's own number of the last message.</param>
/// <param name="Hash">And its hash.</param>
public sealed record Seen(Opaque Author, ulong Number, Opaque Hash) : IWireValue<Seen>
{
    /// <summary>The most in one message; what is left over stands in the next.</summary>
    internal const int Max = 32;

    /// <summary>Their length, in bytes.</summary>
    internal const int BytesMax = Max * (Subject.IdBytes + sizeof(ulong) + RoomMessage.HashBytes);

    /// <inheritdoc/>
    public static Seen Read(ref TlsReader reader) => new(Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes)),
        reader.ReadUInt64(), Opaque.CopyOf(reader.ReadFixed(RoomMessage.HashBytes)));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Author.Span);
        writer.WriteUInt64(Number);
        writer.WriteFixed(Hash.Span);
    }
}
