using System.Buffers;
using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Wire.Records;

/// <summary>What a signature on a record is about: this text, of this room, between these parties.</summary>
/// <param name="Room">The room.</param>
/// <param name="Parties">Its parties.</param>
/// <param name="Body">The hash of the text's table.</param>
public sealed record RecordTerms(RoomId Room, LineParties Parties, Opaque Body)
{
    /// <summary>The terms of a text; null if it breaks a rule.</summary>
    public static RecordTerms? Of(RoomId room, LineParties parties, IReadOnlyList<RecordPart> parts) =>
        RecordText.Write(parties, parts) is { } text ? new(room, parties, RecordTable.Of(text).Body) : null;

    internal void Write(TlsWriter writer)
    {
        writer.WriteVector(Room.Value);
        writer.WriteVector(Encoding.UTF8.GetBytes(Parties.A));
        writer.WriteVector(Encoding.UTF8.GetBytes(Parties.B));
        writer.WriteFixed(Body.Span);
    }
}
