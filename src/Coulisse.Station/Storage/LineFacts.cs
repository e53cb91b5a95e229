using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Storage;

/// <summary>The short part of what a station keeps of a line; it is written anew with every commit.</summary>
/// <param name="OwnHeads">The last entry of each incarnation of the own log.</param>
/// <param name="Other">What of the other's log is stored, and what of it each own desk has processed.</param>
/// <param name="OtherHeads">How long the other said its log is.</param>
/// <param name="OtherHas">What of the own log the other said it holds and has processed.</param>
/// <param name="OtherWindow">How much of the own log the other will hold.</param>
/// <param name="Held">How much of the other's log still has its body here.</param>
/// <param name="IsFull">Whether something of the other's was refused for want of room.</param>
/// <param name="StandingNumber">The number of the last standing that was made.</param>
/// <param name="Freeze">Why the line is frozen; null while it is not.</param>
/// <param name="OwnIncarnation">The incarnation of the next own entry; 0: that of the one before.</param>
/// <param name="IsRestoring">Whether nothing is written because the file may be an old copy.</param>
/// <param name="OwnHeld">How much of the own log still has its body here.</param>
public sealed record LineFacts(
    WireList<EntryLink> OwnHeads, WireList<LogProgress> Other, WireList<EntryLink> OtherHeads,
    WireList<LogProgress> OtherHas, LineWindow OtherWindow, HeldAmount Held, bool IsFull, ulong StandingNumber,
    Freeze? Freeze, uint OwnIncarnation = 0, bool IsRestoring = false, HeldAmount OwnHeld = default)
        : IWireValue<LineFacts>
{
    private const ushort Version = 4;
    private const int ListBytesMax = 1 << 20;

    /// <summary>This station's life.</summary>
    public StationLife Life { get; init; } = StationLife.First;

    /// <summary>The latest life of the other station.</summary>
    public StationLife OtherLife { get; init; } = StationLife.First;

    /// <summary>What of its own log each of the other side's desks has processed, as their station said.</summary>
    public WireList<LogReport> OtherProcessed { get; init; } = [];

    /// <summary>What of the own log a person has given up.</summary>
    public WireList<LogReport> GivenUp { get; init; } = [];

    /// <summary>Before anything was said on a line.</summary>
    public static LineFacts Empty { get; } =
        new([], [], [], [], LineWindow.Usual, new(0, 0), IsFull: false, StandingNumber: 0, Freeze: null);

    /// <inheritdoc/>
    public static LineFacts Read(ref TlsReader reader)
    {
        var version = reader.ReadUInt16();
        if (version != Version)
            throw reader.Refuse(DecodeCode.UnknownValue, "The station's file is of another version.");
        return new(
            OwnHeads: ReadList<EntryLink>(ref reader),
            Other: ReadList<LogProgress>(ref reader),
            OtherHeads: ReadList<EntryLink>(ref reader),
            OtherHas: ReadList<LogProgress>(ref reader),
            OtherWindow: LineWindow.Read(ref reader),
            Held: HeldAmount.Read(ref reader),
            IsFull: reader.ReadUInt8() != 0,
            StandingNumber: reader.ReadUInt64(),
            Freeze: ReadList<Freeze>(ref reader) is [var freeze] ? freeze : null,
            OwnIncarnation: reader.ReadUInt32(),
            IsRestoring: reader.ReadUInt8() != 0,
            OwnHeld: HeldAmount.Read(ref reader))
        {
            Life = StationLife.Read(ref reader),
            OtherLife = StationLife.Read(ref reader),
            OtherProcessed = ReadList<LogReport>(ref reader),
            GivenUp = ReadList<LogReport>(ref reader),
        };
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16(Version);
        WireList.Write(writer, OwnHeads);
        WireList.Write(writer, Other);
        WireList.Write(writer, OtherHeads);
        WireList.Write(writer, OtherHas);
        OtherWindow.Write(writer);
        Held.Write(writer);
        writer.WriteUInt8(IsFull ? (byte)1 : (byte)0);
        writer.WriteUInt64(StandingNumber);
        WireList.Write<Freeze>(writer, Freeze is null ? [] : [Freeze]);
        writer.WriteUInt32(OwnIncarnation);
        writer.WriteUInt8(IsRestoring ? (byte)1 : (byte)0);
        OwnHeld.Write(writer);
        Life.Write(writer);
        OtherLife.Write(writer);
        WireList.Write(writer, OtherProcessed);
        WireList.Write(writer, GivenUp);
    }

    private static WireList<T> ReadList<T>(ref TlsReader reader)
        where T : IWireValue<T> => WireList.Read<T>(ref reader, ListBytesMax, LineLimits.IncarnationsMax);
}
