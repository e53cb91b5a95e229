using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Microsoft.Data.Sqlite;

namespace Coulisse.Station.Storage.Sqlite;

/// <summary>The embedded engine: one file, write-ahead log, synced at every commit.</summary>
/// <remarks>What fails throws <see cref="SqliteException"/>.</remarks>
public sealed class SqliteStationStore : IStationStore
{
    private const int VerdictsKept = 4_096; // of one desk; it asks again only for what it has no answer to
    private const int ConstraintFailed = 19; // SQLITE_CONSTRAINT

    private readonly SqliteConnection connection;
    private readonly StationCommands commands;
    private bool isWriting;

    private SqliteStationStore(SqliteConnection connection)
    {
        this.connection = connection;
        commands = new(connection);
    }

    /// <summary>Opens a station's file, or makes it.</summary>
    /// <exception cref="SqliteException">The disk failed, or the file is no database.</exception>
    /// <exception cref="InvalidDataException">The file is of another version or another program's.</exception>
    public static SqliteStationStore Open(string file)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
            DefaultTimeout = 1, // second: who has it open keeps it
        }.ToString();
        SqliteConnection? connection = new(text);
        try
        {
            connection.Open();
            StationSchema.Ensure(connection);
            var store = new SqliteStationStore(connection);
            connection = null;
            return store;
        }
        finally
        {
            connection?.Dispose();
        }
    }

    /// <inheritdoc/>
    public LineFacts? Facts(LineId line) =>
        commands.Facts.First(row => WireValue.Decode<LineFacts>(Bytes(row, 0)), line.Value);

    /// <inheritdoc/>
    public void KeepFacts(LineId line, LineFacts facts) =>
        Write(commands.KeepFacts, line.Value, WireValue.Encode(facts));

    /// <inheritdoc/>
    public IReadOnlyList<RoomRow> Rooms(LineId line) => commands.Rooms.All(
        row => new RoomRow(new(Opaque.Owning(Bytes(row, 0))), Whole(row, 1), Whole(row, 2), Whole(row, 3)), line.Value);

    /// <inheritdoc/>
    public void KeepRoom(LineId line, RoomRow room)
    {
        ArgumentNullException.ThrowIfNull(room);
        Write(commands.KeepRoom, line.Value, room.Room.Value, room.Floor, room.OtherFloor, room.Reached);
    }

    /// <inheritdoc/>
    public IReadOnlyList<DeskRow> Desks(LineId line) => commands.Desks.All(
        row => new DeskRow(Opaque.Owning(Bytes(row, 0)), row.GetInt64(1) != 0, Whole(row, 2),
            Opaque.Owning(Bytes(row, 3)), Reports(Bytes(row, 4)), Whole(row, 5)), line.Value);

    /// <inheritdoc/>
    public void KeepDesk(LineId line, DeskRow desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var reports = new System.Buffers.ArrayBufferWriter<byte>();
        WireList.Write(new TlsWriter(reports), desk.Reports);
        Write(commands.KeepDesk, line.Value, desk.Desk, desk.IsCutOff, desk.Number, desk.Last,
            Opaque.CopyOf(reports.WrittenSpan), desk.Heard);
    }

    /// <inheritdoc/>
    public void AddEntry(LineId line, Side side, KeptEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (incarnation, sequence) = entry.Link.Place;
        Write(commands.AddBody, entry.Body);
        var body = commands.LastRow.Number() ?? throw new InvalidOperationException("SQLite gave no row number.");
        Write(commands.AddEntry, line.Value, (int)side, incarnation, sequence, entry.Link.Hash,
            WireValue.Encode(entry.Follows), (int)entry.Rank, entry.Bytes, body);
    }

    /// <inheritdoc/>
    public KeptEntry? Entry(LineId line, Side side, EntryPlace place) => commands.Entry.First(
        row => new KeptEntry(new(place, Opaque.Owning(Bytes(row, 0))), WireValue.Decode<EntryLink>(Bytes(row, 1)),
            (LeadRank)row.GetInt64(2), row.GetInt32(3), row.IsDBNull(4) ? default : Opaque.Owning(Bytes(row, 4))),
        line.Value, (int)side, place.Incarnation, place.Sequence);

    /// <inheritdoc/>
    public IReadOnlyList<LeadingEntry> Leading(LineId line, Side side) => commands.Leading.All(
        row => new LeadingEntry((LeadRank)row.GetInt64(0), new((uint)row.GetInt64(1), Whole(row, 2))),
        line.Value, (int)side);

    /// <inheritdoc/>
    public HeldAmount DropBodies(LineId line, Side side, uint incarnation, SequenceRange range)
    {
        var held = commands.Amount.All(row => new HeldAmount(Whole(row, 0), Whole(row, 1)),
            line.Value, (int)side, incarnation, range.First, range.Last)[0];
        if (held.Entries == 0)
            return held;
        Write(commands.DropBodies, line.Value, (int)side, incarnation, range.First, range.Last);
        Write(commands.ForgetBodies, line.Value, (int)side, incarnation, range.First, range.Last);
        return held;
    }

    /// <inheritdoc/>
    public void TakeEpoch(LineId line, RoomId room, ulong epoch) =>
        Write(commands.TakeEpoch, line.Value, room.Value, epoch);

    /// <inheritdoc/>
    public void AddVerdict(LineId line, Opaque desk, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        Write(commands.AddVerdict, line.Value, desk, verdict.Number, WireValue.Encode(verdict));
        if (verdict.Number > VerdictsKept)
            Write(commands.ForgetVerdicts, line.Value, desk, verdict.Number - VerdictsKept);
    }

    /// <inheritdoc/>
    public Verdict? Verdict(LineId line, Opaque desk, ulong number) =>
        commands.Verdict.First(row => WireValue.Decode<Verdict>(Bytes(row, 0)), line.Value, desk, number);

    /// <summary>How many transactions it has made durable since it was opened.</summary>
    public ulong Commits { get; private set; }

    /// <inheritdoc/>
    public void Commit()
    {
        if (!isWriting)
            return;
        commands.Commit.Run();
        isWriting = false;
        Commits++;
    }

    /// <inheritdoc/>
    public void Undo()
    {
        if (!isWriting)
            return;
        isWriting = false;
        commands.Rollback.Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        commands.Dispose();
        connection.Dispose();
    }

    private void Write(PreparedCommand command, params ReadOnlySpan<object> values)
    {
        if (!isWriting)
            commands.Begin.Run();
        isWriting = true;
        try
        {
            command.Run(values);
        }
        catch (SqliteException error) when (error.SqliteErrorCode == ConstraintFailed)
        {
            throw new PlaceTakenException("A place of the station's file that only one may have has one already.",
                error);
        }
    }

    private static WireList<LogReport> Reports(byte[] bytes)
    {
        var reader = new TlsReader(bytes);
        var reports = WireList.Read<LogReport>(ref reader, bytes.Length, 2 * LineLimits.IncarnationsMax);
        reader.End();
        return reports;
    }

    private static byte[] Bytes(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    private static ulong Whole(SqliteDataReader row, int column) => unchecked((ulong)row.GetInt64(column));
}
