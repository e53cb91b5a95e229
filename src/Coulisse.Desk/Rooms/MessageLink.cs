using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>Where a message stands in its author's chain: what the archive is checked by.</summary>
/// <remarks><code>struct { opaque previous[32]; opaque hash[32]; } MessageLink;</code></remarks>
/// <param name="Previous">The hash of the author's message before.</param>
/// <param name="Hash">Its own.</param>
public sealed record MessageLink(Opaque Previous, Opaque Hash) : IWireValue<MessageLink>
{
    internal static MessageLink Of(RoomMessage message) => new(message.Previous, message.Hash());

    /// <inheritdoc/>
    public static MessageLink Read(ref TlsReader reader) => new(
        Opaque.CopyOf(reader.ReadFixed(RoomMessage.HashBytes)), Opaque.CopyOf(reader.ReadFixed(RoomMessage.HashBytes)));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Previous.Span);
        writer.WriteFixed(Hash.Span);
    }
}

/// <summary>A message that is no part of a transcript, and a link of its author's chain all the same.</summary>
internal sealed record UnseenLink(Opaque Desk, ulong Number, MessageLink Link) : IWireValue<UnseenLink>
{
    public static UnseenLink Read(ref TlsReader reader) => new(
        Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes)), reader.ReadUInt64(), MessageLink.Read(ref reader));

    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Desk.Span);
        writer.WriteUInt64(Number);
        Link.Write(writer);
    }
}
