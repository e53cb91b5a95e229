using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Desks;
using Coulisse.World.Invariants;
using Coulisse.World.Stations;

namespace Coulisse.World.Days;

/// <summary>
/// The weather clears: I14, the first message is there within a second of the other station's answer, and everything
/// converges; I15, what was asked ended the same on both sides; I11, then all is silent and nothing is kept for nobody.
/// </summary>
internal sealed class Evening(DeskWorld world, IReadOnlyList<RoomId> rooms, Guest guest, Amendment amendment,
    OldCopy oldCopy, Caucus caucus, Charters charters)
{
    private static readonly TimeSpan Darkness = TimeSpan.FromMinutes(3); // longer than any machine stays down
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(25);
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);
    private static readonly TimeSpan Restored = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    internal void Clear()
    {
        var now = world.Agenda.Now;
        world.Stations.Weather = Weather.Fair with { DarkFrom = now, DarkUntil = now + Darkness };
        foreach (var station in world.Stations.Stations)
            station.Disk.FailingCommits = 0; // somebody has made room on the disks
        world.Pass(Darkness - TimeSpan.FromSeconds(30));
        FirstMessage();
        world.Pass(Settling);
        guest.Attend(); // whoever was asked in the dark
        amendment.Attend();
        oldCopy.ComeBack();
        world.Pass(Settling);
        oldCopy.GiveUp();
        world.Pass(TimeSpan.FromMinutes(1));
        foreach (var room in rooms)
        {
            if (!oldCopy.Happened || room == rooms[0]) // where the old copy never was
                Ended(room);
            oldCopy.Ended(room);
            Kept(room);
        }
        caucus.Ended();
        charters.Ended();
        Quiet();
        Rest();
    }

    private void FirstMessage()
    {
        var (author, reader, room) = (world.Desks[0], world.Desks[2], rooms[0]);
        var before = world.Watch.Words.FromOthers(reader, room);
        author.Do(new DeskEvent.Said(room, $"{Words.Mark} in {room}, after the dark", Precedence.Routine));
        world.Pass(TimeSpan.FromSeconds(30));
        world.Stations.Answer = null;
        var wasRestoring = world.Stations.Stations.Any(one => one.IsRunning && one.Status.IsRestoring);
        for (var ticks = 0; world.Stations.Answer is null && ticks < 120 * 20; ticks++)
            world.Pass(Tick);
        if (world.Stations.Answer is null)
            throw new ViolationException("I14: two minutes after the dark neither station has called the other");
        // A restored station that the dark kept from being answered takes back what it lost first.
        world.Pass(wasRestoring ? Restored : TimeSpan.FromSeconds(1));
        if (world.Watch.Words.FromOthers(reader, room) == before)
            throw new ViolationException("I14: a second after the answer no message has arrived");
    }

    private void Ended(RoomId room)
    {
        var members = world.Desks.Where(desk => desk.Core.StatusOf(room) is not null
            && !(desk == guest.Whom && room == rooms[0])).ToList();
        var states = members.Select(desk => desk.Core.StatusOf(room)!.Value).Order().ToList();
        if (states is not ([RoomStatus.Open, RoomStatus.Open] or [RoomStatus.AwaitingConsent, RoomStatus.AsksForConsent]
            or [RoomStatus.Proposed, RoomStatus.Invited]))
            throw new ViolationException($"I15: room {room} is {string.Join(" and ", states)} at the end");
        if (members.Select(desk => desk.Core.EpochOf(room)).Distinct().Count() != 1 && states[0] != RoomStatus.Proposed)
            throw new ViolationException($"I14: room {room} has not come together");
        if (room == rooms[0])
            GuestEnded(members);
        if (room == amendment.Room)
            amendment.Ended(members);
        foreach (var (author, number, _) in world.Watch.Words.In(room))
        {
            if (!HasLeft(room, author, number))
                continue;
            foreach (var desk in members.Where(desk => !world.Watch.Words.IsShown(desk, room, author, number)))
                throw new ViolationException($"I3: message {number} of room {room} is not on desk {desk.Connection}");
        }
    }

    // I4, long after: each archive holds by itself, without a gap.
    private void Kept(RoomId room)
    {
        foreach (var desk in world.Desks)
        {
            if (desk.Core.ArchiveOf(room) is { } archive && (!archive.IsWhole
                || (desk.Core.StatusOf(room) == RoomStatus.Open && !desk.IsPutBack && !IsStill(desk)
                    && (archive.Authors.Any(author => author.Missing > 0)
                        || desk.Core.ViewOf(room)!.Awaited.Count > 0))))
                throw new ViolationException($"I4: the archive of room {room} on desk {desk.Connection} is not whole");
        }
    }

    // What somebody who was ordered out had still to say is shown to them as written, and to nobody else.
    private bool HasLeft(RoomId room, Opaque author, ulong number) => author != guest.Whom.Identity.Id
        || room != rooms[0] || guest.Whom.Transcript(room)
            .Any(one => one.Desk == author && one.Number == number && one.Rung > Rung.Written);

    // I15: every intent ended, and the same on both sides; and who was let in has all that was said since.
    private void GuestEnded(List<SimulatedDesk> members)
    {
        var room = rooms[0];
        var ends = members.Select(desk => string.Join(", ", desk.Core.IntentsOf(room)
            .Where(one => one is { Whom: not null, State: not IntentState.Overtaken }).Select(one => one.State)))
            .Distinct().ToList();
        var status = guest.Whom.Core.StatusOf(room);
        var fits = ends.Count == 1 && (guest.End, ends[0], status) is
            (_, nameof(IntentState.Failed), null or RoomStatus.Withdrawn or RoomStatus.Invited)
            or (_, "", null) // terms became others over the last proposal of them
            or (GuestEnd.Stays, nameof(IntentState.CarriedOut), RoomStatus.Open)
            or (GuestEnd.Leaves, nameof(IntentState.CarriedOut), RoomStatus.Open or RoomStatus.Left)
            or (GuestEnd.Recalled, nameof(IntentState.CarriedOut), RoomStatus.Open or RoomStatus.Left)
            or (GuestEnd.Declined, nameof(IntentState.Declined), null)
            or (GuestEnd.NeverAnswered, nameof(IntentState.Proposed), null)
            or (GuestEnd.DoesNotWant, nameof(IntentState.Withdrawn), RoomStatus.DeclinedByUs or RoomStatus.Withdrawn)
            or (GuestEnd.NeverComes, nameof(IntentState.Consented), RoomStatus.Invited);
        if (!fits)
            throw new ViolationException($"I15: a guest who {guest.End}: {string.Join(" / ", ends)}, and is "
                + (status?.ToString() ?? "not asked"));
        if (status != RoomStatus.Open)
            return;
        foreach (var (author, number, _) in world.Watch.Words.In(room).Where(one =>
            world.Watch.Words.EpochOf(room, one.Author, one.Number) >= guest.Whom.Core.JoinedIn(room)))
        {
            if (!world.Watch.Words.IsShown(guest.Whom, room, author, number))
                throw new ViolationException($"I3: message {number} of room {room} is not on the guest's desk");
        }
        if (guest.Whom.Core.EpochOf(room) != members[0].Core.EpochOf(room))
            throw new ViolationException("I14: the guest has not come together with the others");
    }

    // I13: nothing is wrong, so nothing is said to be; the strangers were dropped without a word.
    private void Quiet()
    {
        if (world.Stations.Stations.FirstOrDefault(station => station.Status.Frozen is not null) is { } frozen)
            throw new ViolationException($"I13: the line is frozen for {frozen.Status.Frozen}");
        if (world.Stations.Stations.FirstOrDefault(station => station.Status.IsRestoring) is { } restoring)
            throw new ViolationException($"I14: the station of {restoring.Side} is restoring: {restoring.Status.Lost} "
                + $"entries are missing, {restoring.Status.Awaited} desks are waited for");
        if (world.Desks.SelectMany(desk => desk.Screen).OfType<DeskEffect.Alarm>().FirstOrDefault(alarm =>
            !oldCopy.Happened || alarm.What != DeskAlarm.OlderThanItsWords) is { } alarm)
            throw new ViolationException($"I13: an alarm of {alarm.What}");
        if (world.Desks.FirstOrDefault(desk => !desk.Core.IsIdle && !IsStill(desk)) is { } busy)
            throw new ViolationException($"I14: desk {busy.Connection} still has something to send");
    }

    // An old copy that nobody has told what it is says nothing, and reads what it can.
    private static bool IsStill(SimulatedDesk desk) =>
        desk.Cores.All.Any(core => core.Freshness == DeskFreshness.Older);

    private void Rest()
    {
        var (entries, bundles) = (world.Watch.Logs.Count, world.Stations.Counts.Bundles);
        if (world.Stations.Stations.Sum(station => station.Disk.Bodies) is > 0 and var bodies
            && !IsStill(oldCopy.Desk))
            throw new ViolationException($"I11: {bodies} entries are kept that everybody has read");
        world.Pass(Silence);
        if (world.Watch.Logs.Count != entries)
            throw new ViolationException("I11: something was written while nobody said anything");
        var most = 2 * 2 * ((int)Silence.TotalMinutes + 2); // both call once a minute, and each call has its reply
        if (world.Stations.Counts.Bundles - bundles > most)
            throw new ViolationException($"I11: {world.Stations.Counts.Bundles - bundles} bundles in an idle hour");
    }
}
