using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>One message of a room's transcript, as it is kept in the vault.</summary>
/// <remarks><code>
/// struct { uint16 rung; uint64 at; } RungTime;         // at: Unix time in milliseconds, by this desk's clock
/// struct { opaque desk[16]; uint64 number; uint64 epoch; RungTime rungs&lt;V&gt;; uint32 missing;
///          opaque text&lt;V&gt;; HeardAct act&lt;V&gt;; MessageLink link; } Heard;
/// // act: none, or one</code></remarks>
/// <param name="Desk">Its author's desk.</param>
/// <param name="Number">The author's own number; 0 if it came back.</param>
/// <param name="Epoch">In which it was read, or last sealed.</param>
/// <param name="Rungs">How far it is, and since when: each rung once, rising. One of others has the last alone.</param>
/// <param name="MissingBefore">How many of the author's earlier ones were still on their way when it was shown.</param>
/// <param name="Text">The words; of an act its reason.</param>
/// <param name="Act">What it did, if it was more than words; else empty.</param>
/// <param name="Link">Its place in its author's chain.</param>
public sealed record Heard(Opaque Desk, ulong Number, ulong Epoch, WireList<RungTime> Rungs, uint MissingBefore,
    string Text, WireList<HeardAct> Act, MessageLink Link)
    : IWireValue<Heard>
{
    private const int RungsBytesMax = 256;

    /// <summary>How far it is.</summary>
    public Rung Rung => Rungs[^1].Rung;

    /// <inheritdoc/>
    public static Heard Read(ref TlsReader reader) => new(Opaque.CopyOf(reader.ReadFixed(16)), reader.ReadUInt64(),
        reader.ReadUInt64(), WireList.Read<RungTime>(ref reader, RungsBytesMax, (int)Rung.OnTheirDesk),
        reader.ReadUInt32(),
        RoomCharter.ReadText(ref reader, RoomMessage.TextBytesMax), WireList.Read<HeardAct>(ref reader, 64, 1),
        MessageLink.Read(ref reader));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Desk.Span);
        writer.WriteUInt64(Number);
        writer.WriteUInt64(Epoch);
        WireList.Write(writer, Rungs);
        writer.WriteUInt32(MissingBefore);
        writer.WriteVector(Encoding.UTF8.GetBytes(Text));
        WireList.Write(writer, Act);
        Link.Write(writer);
    }

    /// <summary>One rung higher; the same if it is there already.</summary>
    internal Heard At(Rung rung, DateTimeOffset now) =>
        rung <= Rung ? this : this with { Rungs = WireList.From(Rungs.Append(RungTime.At(rung, now))) };

    /// <summary>Who and which, never the words.</summary>
    public override string ToString() => $"message {Number} of {Desk}, {Text.Length} characters";
}

/// <summary>When a message reached a rung, by this desk's clock, which may be wrong and decides nothing.</summary>
public sealed record RungTime(Rung Rung, ulong Milliseconds) : IWireValue<RungTime>
{
    private const ulong MillisecondsMax = 253_402_300_799_999; // the end of the year 9999

    /// <summary>The instant.</summary>
    public DateTimeOffset Instant => DateTimeOffset.FromUnixTimeMilliseconds((long)Milliseconds);

    /// <inheritdoc/>
    public static RungTime Read(ref TlsReader reader) => new(
        (Rung)reader.ReadUInt16(),
        Math.Min(reader.ReadUInt64(), MillisecondsMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)Rung);
        writer.WriteUInt64(Milliseconds);
    }

    internal static RungTime At(Rung rung, DateTimeOffset now) =>
        new(rung, (ulong)Math.Max(0, now.ToUnixTimeMilliseconds()));
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

    /// <summary>Not sent, and not to be: who is in the room, or its terms, changed before it left. Its author decides
    /// anew.</summary>
    CameBack = 9,
}
