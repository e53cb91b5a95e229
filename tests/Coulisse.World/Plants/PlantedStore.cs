using Coulisse.Crypto.Codec;
using Coulisse.Station.Storage;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.World.Plants;

/// <summary>A station's store that does one thing wrong.</summary>
internal sealed class PlantedStore(PlantedBug bug, Side own, IStationStore inner) : IStationStore
{
    private const int LiesEvery = 7;

    private int commits;

    public LineFacts? Facts(LineId line) => inner.Facts(line);

    public void KeepFacts(LineId line, LineFacts facts)
    {
        inner.KeepFacts(line, facts);
        if (bug != PlantedBug.PrunedTooEarly)
            return;
        foreach (var has in facts.OtherHas)
        {
            foreach (var range in has.Stored.Ranges)
                inner.DropBodies(line, own, has.Incarnation, range);
        }
    }

    public IReadOnlyList<RoomRow> Rooms(LineId line) => inner.Rooms(line);

    public void KeepRoom(LineId line, RoomRow room) => inner.KeepRoom(line,
        bug == PlantedBug.FloorByTheirCommits ? room with { Floor = Math.Max(room.Floor, room.Reached) } : room);

    public IReadOnlyList<DeskRow> Desks(LineId line) => inner.Desks(line);

    public void KeepDesk(LineId line, DeskRow desk) => inner.KeepDesk(line, desk);

    public void AddEntry(LineId line, Side side, KeptEntry entry) => inner.AddEntry(line, side, entry);

    public KeptEntry? Entry(LineId line, Side side, EntryPlace place) => inner.Entry(line, side, place);

    public IReadOnlyList<LeadingEntry> Leading(LineId line, Side side) => inner.Leading(line, side);

    public HeldAmount DropBodies(LineId line, Side side, uint incarnation, SequenceRange range) =>
        inner.DropBodies(line, side, incarnation, range);

    public void TakeEpoch(LineId line, RoomId room, ulong epoch) => inner.TakeEpoch(line, room, epoch);

    public void AddVerdict(LineId line, Opaque desk, Verdict verdict) => inner.AddVerdict(line, desk, verdict);

    public Verdict? Verdict(LineId line, Opaque desk, ulong number) => inner.Verdict(line, desk, number);

    public void Commit()
    {
        if (bug == PlantedBug.AcknowledgedBeforeDurable && ++commits % LiesEvery == 0)
            return;
        inner.Commit();
    }

    public void Undo() => inner.Undo();

    public void Dispose() => inner.Dispose();
}
