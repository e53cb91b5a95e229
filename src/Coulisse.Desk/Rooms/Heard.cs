using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>One message of a room's transcript, as it is kept in the vault.</summary>
/// <remarks><code>
/// struct { uint16 rung; uint64 at; } RungTime;         // at: Unix time in milliseconds, by this desk's clock
/// struct { opaque desk[16]; uint64 epoch; RungTime rungs&lt;V&gt;; uint32 missing; HeardAct act&lt;V&gt;;
///          RoomMessage message; opaque hash[32];
///          select (erased) { case no: ; case yes: opaque name[32]; }; } Heard;
/// // act: none, or one; hash: of the message; name: only where its words are erased, of what it was with them</code>
/// </remarks>
public sealed record Heard : IWireValue<Heard>
{
    private const int RungsBytesMax = 256;
    private const int RungsMax = 8;

    private readonly Opaque erasedName;

    private Heard(Opaque desk, ulong epoch, WireList<RungTime> rungs, uint missingBefore, WireList<HeardAct> act,
        RoomMessage message, Opaque hash, Opaque erasedName = default) =>
        (Desk, Epoch, Rungs, MissingBefore, Act, Message, Hash, this.erasedName) =
            (desk, epoch, rungs, missingBefore, act, message, hash, erasedName);

    /// <summary>A message of others, read in an epoch.</summary>
    internal static Heard Of(Opaque desk, RoomMessage message, ulong epoch, uint missing, HeardAct? act,
        DateTimeOffset now) => new(desk, epoch, [RungTime.At(Rung.OnTheirDesk, now)], missing,
            act is null ? [] : [act], message, message.Hash());

    /// <summary>A message of one's own, which waits.</summary>
    internal static Heard Own(Opaque desk, RoomMessage message, HeardAct? act, DateTimeOffset now) => new(desk, 0,
        [RungTime.At(Rung.Written, now)], 0, act is null ? [] : [act], message, message.Hash());

    /// <summary>Its author's desk.</summary>
    public Opaque Desk { get; }

    /// <summary>In which it was said; 0 for one's own that our station has not taken.</summary>
    public ulong Epoch { get; private init; }

    /// <summary>How far it is, and since when: each rung once, rising. One of others has the last alone.</summary>
    public WireList<RungTime> Rungs { get; private init; }

    /// <summary>How many of the author's earlier ones were still on their way when it was shown.</summary>
    public uint MissingBefore { get; }

    /// <summary>What it did, if it was more than words; else empty.</summary>
    public WireList<HeardAct> Act { get; }

    /// <summary>All that was inside the seal.</summary>
    internal RoomMessage Message { get; init; }

    /// <summary>Its hash, which the author's next message names.</summary>
    public Opaque Hash { get; }

    /// <summary>Which message, and whose: what acts of a talk refer to.</summary>
    public Opaque Name => IsErased ? erasedName : Message.NameBy(Desk);

    /// <summary>Whether its words are gone, as the terms say under which they were said: number, hash and all that
    /// orders it stay.</summary>
    public bool IsErased => erasedName.Length > 0;

    /// <summary>The author's own number; 0 if it came back.</summary>
    public ulong Number => Rung == Rung.CameBack ? 0 : Message.Number;

    /// <summary>When it was written, by its author's clock, which may be wrong and decides nothing.</summary>
    public DateTimeOffset Written => RungTime.InstantOf(Message.At);

    /// <summary>How far its author had read others that they had not named before.</summary>
    public WireList<Seen> Seen => Message.Seen;

    /// <summary>The words; of an act its reason.</summary>
    public string Text => Message.Words();

    /// <summary>How far it is.</summary>
    public Rung Rung => Rungs[^1].Rung;

    /// <inheritdoc/>
    public static Heard Read(ref TlsReader reader) => new(Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes)),
        reader.ReadUInt64(), WireList.Read<RungTime>(ref reader, RungsBytesMax, RungsMax),
        reader.ReadUInt32(), WireList.Read<HeardAct>(ref reader, 64, 1), RoomMessage.Read(ref reader),
        Opaque.CopyOf(reader.ReadFixed(RoomMessage.HashBytes)),
        reader.Remaining == 0 ? Opaque.Empty : Opaque.CopyOf(reader.ReadFixed(RoomMessage.HashBytes)));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Desk.Span);
        writer.WriteUInt64(Epoch);
        WireList.Write(writer, Rungs);
        writer.WriteUInt32(MissingBefore);
        WireList.Write(writer, Act);
        Message.Write(writer);
        writer.WriteFixed(Hash.Span);
        if (IsErased)
            writer.WriteFixed(erasedName.Span);
    }

    /// <summary>Our station took it, as it was sealed in this epoch.</summary>
    internal Heard SaidIn(ulong epoch) => this with { Epoch = epoch };

    /// <summary>Without its words.</summary>
    internal Heard Erased() => IsErased ? this : new(Desk, Epoch, Rungs, MissingBefore, Act,
        Message with { Kind = RoomMessageKind.Text, Body = Opaque.Empty }, Hash, Name);

    /// <summary>One rung higher; the same if it is there already. What was lost may yet prove to have left.</summary>
    internal Heard At(Rung rung, DateTimeOffset now) =>
        rung <= Rung && Rung != Rung.Lost ? this
            : this with { Rungs = WireList.From(Rungs.Append(RungTime.At(rung, now))) };

    /// <summary>Who and which, never the words.</summary>
    public override string ToString() => $"message {Number} of {Desk}, {Text.Length} characters";
}

/// <summary>When a message reached a rung, by this desk's clock, which may be wrong and decides nothing.</summary>
public sealed record RungTime(Rung Rung, ulong Milliseconds) : IWireValue<RungTime>
{
    private const ulong MillisecondsMax = 253_402_300_799_999; // the end of the year 9999

    /// <summary>The instant.</summary>
    public DateTimeOffset Instant => InstantOf(Milliseconds);

    /// <summary>An instant that somebody else may have written: what is beyond all calendars is the last of
    /// one.</summary>
    internal static DateTimeOffset InstantOf(ulong milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Min(milliseconds, MillisecondsMax));

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

    /// <summary>Our station had it, and its file was put back to a copy without it; nobody has it any more. Its author
    /// decides anew.</summary>
    Lost = 10,
}
