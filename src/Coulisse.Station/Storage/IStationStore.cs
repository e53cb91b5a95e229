using Coulisse.Crypto.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Station.Storage;

/// <summary>
/// Where a station keeps its lines. Everything between two commits is one transaction: reads see what it wrote, and
/// after <see cref="Commit"/> returns it is on the disk. What fails throws what the engine throws; then the whole
/// transaction is undone and the caller begins anew from what is kept.
/// </summary>
/// <remarks>One thread at a time. Each contract test runs on every engine.</remarks>
public interface IStationStore : IDisposable
{
    /// <summary>The facts of a line; null before the first.</summary>
    LineFacts? Facts(LineId line);

    /// <summary>In place of the earlier ones.</summary>
    void KeepFacts(LineId line, LineFacts facts);

    /// <summary>All rooms of a line, in the order of their identifiers.</summary>
    IReadOnlyList<RoomRow> Rooms(LineId line);

    /// <summary>In place of the earlier row.</summary>
    void KeepRoom(LineId line, RoomRow room);

    /// <summary>All desks of a line, in the order of their identifiers.</summary>
    IReadOnlyList<DeskRow> Desks(LineId line);

    /// <summary>In place of the earlier row.</summary>
    void KeepDesk(LineId line, DeskRow desk);

    /// <summary>A new entry.</summary>
    /// <exception cref="PlaceTakenException">That place has an entry.</exception>
    void AddEntry(LineId line, Side side, KeptEntry entry);

    /// <summary>The entry at a place; null if there is none.</summary>
    KeptEntry? Entry(LineId line, Side side, EntryPlace place);

    /// <summary>The entries above <see cref="LeadRank.Usual"/> whose body is kept, in no order.</summary>
    IReadOnlyList<LeadingEntry> Leading(LineId line, Side side);

    /// <summary>Drops the bodies of these entries; tells how much that was.</summary>
    HeldAmount DropBodies(LineId line, Side side, uint incarnation, SequenceRange range);

    /// <summary>Notes that the own side's commit for this epoch was written.</summary>
    /// <exception cref="PlaceTakenException">There is one.</exception>
    void TakeEpoch(LineId line, RoomId room, ulong epoch);

    /// <summary>Keeps a last word on a submission.</summary>
    /// <exception cref="PlaceTakenException">That number of the desk's has one.</exception>
    void AddVerdict(LineId line, Opaque desk, Verdict verdict);

    /// <summary>The last word on a submission of this number; null if there is none, or it was long ago.</summary>
    Verdict? Verdict(LineId line, Opaque desk, ulong number);

    /// <summary>Makes everything since the last commit durable.</summary>
    void Commit();

    /// <summary>Undoes everything since the last commit.</summary>
    void Undo();
}
