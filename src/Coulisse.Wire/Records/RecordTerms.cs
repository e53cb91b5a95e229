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
    /// <summary>Whether it is about terms of the whole line, and no text of a room.</summary>
    internal bool IsOfLine { get; private init; }

    /// <summary>What is signed of a charter of a line: the line stands in the room's place, and the label is another,
    /// so that no signature on the one passes for one on the other.</summary>
    /// <param name="parties">The line's parties.</param>
    /// <param name="body">The hash of the charter.</param>
    public static RecordTerms OfLine(LineParties parties, Opaque body)
    {
        ArgumentNullException.ThrowIfNull(parties);
        return new(new(parties.Id.Value), parties, body) { IsOfLine = true };
    }

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
