using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>One message of a room's transcript, as it is kept in the vault.</summary>
/// <remarks><code>
/// struct { opaque desk[16]; uint64 number; uint64 epoch; uint16 rung; uint32 missing; opaque text&lt;V&gt;; } Heard;
/// </code></remarks>
/// <param name="Desk">Its author's desk.</param>
/// <param name="Number">The author's own number.</param>
/// <param name="Epoch">In which it was read, or last sealed.</param>
/// <param name="Rung">How far an own one is.</param>
/// <param name="MissingBefore">How many of the author's earlier ones were still on their way when it was shown.</param>
/// <param name="Text">The words.</param>
public sealed record Heard(Opaque Desk, ulong Number, ulong Epoch, Rung Rung, uint MissingBefore, string Text)
    : IWireValue<Heard>
{
    /// <inheritdoc/>
    public static Heard Read(ref TlsReader reader) => new(Opaque.CopyOf(reader.ReadFixed(16)), reader.ReadUInt64(),
        reader.ReadUInt64(), (Rung)reader.ReadUInt16(), reader.ReadUInt32(),
        RoomCharter.ReadText(ref reader, RoomMessage.TextBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Desk.Span);
        writer.WriteUInt64(Number);
        writer.WriteUInt64(Epoch);
        writer.WriteUInt16((ushort)Rung);
        writer.WriteUInt32(MissingBefore);
        writer.WriteVector(Encoding.UTF8.GetBytes(Text));
    }

    /// <summary>Who and which, never the words.</summary>
    public override string ToString() => $"message {Number} of {Desk}, {Text.Length} characters";
}

/// <summary>How far a message is on its way, as its author knows it.</summary>
public enum Rung : ushort
{
    /// <summary>Written, on this desk only.</summary>
    Written = 1,

    /// <summary>Durable at our station.</summary>
    AtOurStation = 2,

    /// <summary>Durable at their station.</summary>
    AtTheirStation = 3,

    /// <summary>Processed by their desks.</summary>
    OnTheirDesk = 4,
}
