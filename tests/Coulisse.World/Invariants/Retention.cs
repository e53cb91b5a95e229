using Coulisse.Desk.Vault;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Desks;

namespace Coulisse.World.Invariants;

/// <summary>
/// I7: keys of an epoch go exactly when neither log can bring anything of it any more. None stays longer; and none was
/// gone when something arrived for it: what a desk has read of a room, it shows.
/// </summary>
internal sealed class Retention(Logs logs, Words words, Ratchets ratchets)
{
    private readonly Dictionary<(ulong Desk, RoomId), int> read = [];
    private readonly Dictionary<(ulong Desk, RoomId), (ulong Epoch, int Readable)> kept = [];
    private readonly Dictionary<(ulong Desk, Side, RoomId), ulong> floors = [];
    private readonly Dictionary<(ulong Desk, Side, uint), ulong> prefixes = [];

    /// <summary>A group has gone on: what an earlier epoch needed goes with this very commit.</summary>
    internal void Moved(SimulatedDesk desk, RoomId room)
    {
        var now = desk.Core.GroupOf(room) is { } group
            ? (group.View.Epoch.Value, group.ReadableEpochs.Count) : (0UL, 0);
        var before = kept.GetValueOrDefault((desk.Connection, room));
        if (before != now && desk.Vault.LastErasure != Erasure.Now && !desk.IsPutBack)
            throw new ViolationException($"I7: an epoch of room {room} has ended and its keys are left on the disk");
        kept[(desk.Connection, room)] = now;
    }

    internal void Reported(SimulatedDesk desk, IEnumerable<LogReport> reports)
    {
        if (desk.IsPutBack) // an old copy has old keys, until a person says what it is
            return;
        foreach (var report in reports)
        {
            foreach (var entry in logs.Reported(desk, report))
                Read(desk, entry);
            Advance(desk, report);
        }
        foreach (var room in desk.Core.Rooms)
        {
            Kept(desk, room);
            Shown(desk, room);
        }
    }

    private void Read(SimulatedDesk desk, Entry entry)
    {
        foreach (var envelope in entry.Envelopes.Where(one => one.Kind == EnvelopeKind.Message))
        {
            var key = (desk.Connection, envelope.Room);
            var (author, isShown) = ratchets.MessageOf(envelope.Content);
            if (author != desk.Connection && isShown && desk.Core.EpochOf(envelope.Room) is not null
                && envelope.Epoch >= desk.Core.JoinedIn(envelope.Room))
                read[key] = read.GetValueOrDefault(key) + 1;
        }
    }

    private void Advance(SimulatedDesk desk, LogReport report)
    {
        var key = (desk.Connection, report.Side, report.Incarnation);
        var until = report.Processed.GapFreeFrom(1);
        for (var number = prefixes.GetValueOrDefault(key) + 1; number <= until; number++)
        {
            foreach (var envelope in logs.Of(report.Side, new(report.Incarnation, number)).Envelopes
                .Where(one => one.Kind != EnvelopeKind.KeyPackages))
            {
                var floor = envelope.Kind == EnvelopeKind.Commit ? envelope.Epoch + 1 : envelope.Epoch;
                floors[(desk.Connection, report.Side, envelope.Room)] =
                    Math.Max(floor, Floor(desk, report.Side, envelope.Room));
            }
        }
        prefixes[key] = until;
    }

    private void Kept(SimulatedDesk desk, RoomId room)
    {
        var floor = Math.Min(Floor(desk, Side.A, room), Floor(desk, Side.B, room));
        if (desk.Core.GroupOf(room) is { } group && group.ReadableEpochs.Any(epoch => epoch.Value < floor))
            throw new ViolationException($"I7: keys of an epoch of room {room} before {floor} are still kept");
    }

    // What came before it was let in, and after it left, is not for it. One of an entry is shown while another of the
    // same entry still waits; the entry counts as read with the last.
    private void Shown(SimulatedDesk desk, RoomId room)
    {
        var count = read.GetValueOrDefault((desk.Connection, room));
        if (desk.Core.EpochOf(room) is not null && words.FromOthers(desk, room) < count)
            throw new ViolationException(
                $"I7: {count} messages of room {room} were read, {words.FromOthers(desk, room)} are shown");
    }

    private ulong Floor(SimulatedDesk desk, Side side, RoomId room) =>
        floors.GetValueOrDefault((desk.Connection, side, room));
}
