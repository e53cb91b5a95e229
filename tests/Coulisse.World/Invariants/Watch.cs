using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Station;
using Coulisse.Wire.Rooms;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Invariants;

/// <summary>
/// Sees everything that happens in a world, what no party could see included, and throws at the first step that breaks
/// an invariant of design/protocol.md §8. It keeps its own books and asks none of the code that it watches.
/// </summary>
public sealed class Watch
{
    private readonly Promises promises;
    private readonly Ratchets ratchets = new();
    private readonly Retention retention;
    private readonly Acts acts;
    private readonly Courses courses = new();

    public Watch(Pair pair, StationPair stations, IReadOnlyList<SimulatedDesk> desks)
    {
        Logs = new(pair.Line, stations, desks, Commits);
        AtHome = new(pair.Line, stations);
        promises = new(pair, desks, Logs);
        retention = new(Logs, Words, ratchets);
        acts = new(desks);
    }

    public Commits Commits { get; } = new();

    public Words Words { get; } = new();

    public Logs Logs { get; }

    /// <summary>What is said among one party's own desks.</summary>
    public AtHome AtHome { get; }

    /// <summary>A desk has committed a step.</summary>
    public void Stepped(SimulatedDesk desk, DeskEvent happened, IReadOnlyList<DeskEffect> effects)
    {
        if (!effects.Any(effect => effect is DeskEffect.Refused))
        {
            if (happened is DeskEvent.Consented consented)
                Commits.Acted(consented.Room, desk.Identity.Side);
            acts.Did(desk, happened);
        }
        if (effects.Any(effect => effect is DeskEffect.RoomMoved { Status: RoomStatus.SetBack }))
            ratchets.SetBack(desk);
        var changes = desk.Vault.TakeChanges();
        Words.Kept(desk, changes);
        AtHomeKept(desk, AtHome.Meant(changes));
        Commits.Kept(desk, changes);
        foreach (var room in RoomsWhoseGroupMoved(changes))
        {
            retention.Moved(desk, room);
            acts.Moved(desk, room);
        }
        foreach (var (_, _, record) in changes.Where(one => one.Table == VaultTable.Rooms))
            courses.Kept(desk, record);
        foreach (var effect in effects)
        {
            if (effect is DeskEffect.Submit submit)
                ratchets.Sent(desk, submit.Submission);
            if (effect is DeskEffect.Report report)
                retention.Reported(desk, report.Reports);
        }
    }

    /// <summary>The same of what it wants among its own party's desks.</summary>
    public void SteppedAtHome(SimulatedDesk desk, IReadOnlyList<DeskEffect> effects)
    {
        AtHomeKept(desk, AtHome.Meant(desk.Vault.TakeChanges()));
        foreach (var effect in effects.OfType<DeskEffect.Submit>())
        {
            ratchets.Sent(desk, effect.Submission);
            AtHome.Sent(effect.Submission);
        }
    }

    /// <summary>The rooms whose group is another in a vault than it was.</summary>
    public static IEnumerable<RoomId> RoomsWhoseGroupMoved(
        IEnumerable<(VaultTable Table, Opaque Key, Opaque Record)> changes) => changes
        .Where(one => one.Table is VaultTable.Groups or VaultTable.GroupChanges)
        .Select(one => new RoomId(one.Table == VaultTable.Groups ? one.Key
            : Opaque.CopyOf(one.Key.Span[..^sizeof(ulong)]))).Distinct();

    private void AtHomeKept(
        SimulatedDesk desk, IReadOnlyList<(VaultTable Table, Opaque Key, Opaque Record)> changes)
    {
        Words.Kept(desk, changes);
        foreach (var (_, _, record) in changes.Where(one => one.Table == VaultTable.Rooms))
            courses.Kept(desk, record);
    }

    /// <summary>A station has committed a batch.</summary>
    public void Ran(SimulatedStation station, IReadOnlyList<StationEffect> effects)
    {
        var changes = station.Disk.TakeChanges();
        Logs.Changed(station, changes);
        AtHome.Changed(station, changes);
        promises.Made(station, effects);
    }

    /// <summary>A bundle leaves.</summary>
    public void Travels(Opaque bundle)
    {
        Words.NotIn(bundle, "a bundle");
        AtHome.NotIn(bundle, "a bundle");
    }
}
