using System.Security.Cryptography;
using System.Text;
using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Invariants;
using Coulisse.World.Parties;
using Coulisse.World.Plants;
using Coulisse.World.Stations;

namespace Coulisse.World.Days;

/// <summary>
/// A day of two parties: one adviser in two rooms with two desks of the other side, a third room that is asked for,
/// somebody who is proposed for the first, other terms for one of them, bad weather, wrong clocks, full disks,
/// strangers at the door, crashes; then it clears, and all has to be well.
/// </summary>
public sealed class Day : IDisposable
{
    private const int RoundsMax = 400;

    private readonly Seed seed;
    private readonly DeskWorld world;
    private readonly Pair pair;
    private readonly PlantedBug bug;
    private readonly Mischief mischief;
    private readonly List<string> chosen = [];
    private readonly List<RoomId> rooms = [];
    private IntentEnd intent;
    private Guest? guest;
    private Amendment? amendment;
    private OldCopy? oldCopy;
    private OldStation? oldStation;
    private Caucus? caucus;
    private Charters? charters;

    public Day(ulong number, Cast cast, PlantedBug bug = PlantedBug.None, bool wrongClocks = true)
    {
        (seed, this.bug) = (new Seed(number), bug);
        pair = cast.Pair;
        world = new(seed, cast, Weather.Fair, bug);
        mischief = new(seed, world, chosen) { HasWrongClocks = wrongClocks };
    }

    /// <summary>Plays the day, and tells what it was and whether anything broke.</summary>
    public DayReport Run()
    {
        string? violation = null;
        try
        {
            Begin();
            Talk();
            new Evening(world, rooms, guest!, amendment!, oldCopy!, caucus!, charters!).Clear();
        }
        catch (ViolationException broken)
        {
            violation = broken.Message;
        }
        catch (SystemException thrown) // I12: nothing that anybody does lets anything of ours throw
        {
            violation = $"I12: {thrown.GetType().Name}: {thrown.Message}";
        }
        chosen.Add($"all that was said: {Digest()}");
        return new(seed.Number, world.Watch.Words.Said, world.Watch.Commits.Count,
            1 + (guest?.Intents ?? 0) + (amendment?.Intents ?? 0), mischief.Faults, mischief.Crashes,
            violation, chosen);
    }

    public void Dispose() => world.Dispose();

    private void Begin()
    {
        var (adviser, first, second) = (world.Desks[0], world.Desks[2], world.Desks[3]);
        foreach (var desk in world.Desks)
            desk.Folder = () => pair.PartyOf(desk.Identity.Side).Pieces;
        rooms.Add(world.Propose(adviser, first, "the prisoners"));
        rooms.Add(world.Propose(adviser, second, "the harvest"));
        for (var tick = 0; tick < 8; tick++)
        {
            world.Pass(TimeSpan.FromMilliseconds(500));
            Attend(first, rooms[0], IntentEnd.Opened);
            Attend(second, rooms[1], IntentEnd.Opened);
        }
        if (rooms.Any(room => adviser.Core.StatusOf(room) != RoomStatus.Open))
            throw new ViolationException("I14: a room did not open in fair weather");
        intent = bug == PlantedBug.BackupWithoutFence ? IntentEnd.Opened : (IntentEnd)seed.Below(3);
        chosen.Add($"the third room: {intent}");
        caucus = new(seed, world);
        rooms.Add(world.Propose(second, world.Desks[1], "the border post"));
        guest = new(seed, world, pair, rooms[0], chosen);
        amendment = new(seed, world, rooms, chosen);
        charters = new(seed, world, rooms);
        oldCopy = new(seed, world, pair, guest, bug, chosen);
        oldStation = new(seed, world, oldCopy, bug == PlantedBug.RestoredGoesOn, chosen);
        world.Stations.Weather = mischief.Draw();
        if (bug == PlantedBug.FloorByTheirCommits) // shows only where a commit overtakes what a stopped desk has sealed
            world.Stations.Weather = world.Stations.Weather with { StopsPerThousand = 100 };
    }

    private void Talk()
    {
        for (var round = 1; round <= RoundsMax && (round <= DayReport.MessagesMin || IsThin); round++)
        {
            Attend(world.Desks[1], rooms[2], intent);
            guest!.Attend();
            amendment!.Attend();
            charters!.Attend();
            oldCopy!.Do(round);
            oldStation!.Do(round);
            Say(round);
            caucus!.Say(round);
            mischief.Do(round, clocksGoWrong: IsSettled);
            if (bug == PlantedBug.BackupWithoutFence)
                mischief.PutBackAStation(round);
            world.Pass(seed.Between(TimeSpan.Zero, TimeSpan.FromMinutes(4)));
        }
    }

    private bool IsThin => world.Watch.Words.Said < DayReport.MessagesMin
        || world.Watch.Commits.Count < DayReport.CommitsMin
        || mischief.Faults < DayReport.FaultsMin || mischief.Crashes < DayReport.CrashesMin;

    // A key package is good for thirty days by its maker's clock and its taker's: while one is on its way, clocks hold.
    private bool IsSettled => guest!.IsSettled && IsRoomSettled;

    private bool IsRoomSettled => intent == IntentEnd.NeverAnswered
        || (world.Desks[3].IsRunning
            && world.Desks[3].Core.StatusOf(rooms[2]) is RoomStatus.AwaitingConsent or RoomStatus.Open);

    private void Say(int round)
    {
        var desk = world.Desks[seed.Below(world.Desks.Count)];
        if (!desk.IsRunning)
            return;
        var open = rooms.Where(room => desk.Core.StatusOf(room) == RoomStatus.Open).ToList();
        if (open.Count == 0)
            return;
        var room = open[seed.Below(open.Count)];
        var text = $"{Words.Mark} in {room}, number {round}";
        desk.Do(new DeskEvent.Said(room, text, (Precedence)(1 + seed.Below(4))));
    }

    // What a person who is asked does, as soon as the screen asks, again after a crash took it back.
    private static void Attend(SimulatedDesk desk, RoomId room, IntentEnd end)
    {
        if (!desk.IsRunning)
            return;
        if (desk.Core.StatusOf(room) == RoomStatus.Invited && end != IntentEnd.NeverAnswered)
            desk.Do(new DeskEvent.InvitationAccepted(room));
        else if (desk.Core.StatusOf(room) == RoomStatus.AsksForConsent && end == IntentEnd.Opened)
            desk.Do(new DeskEvent.Consented(room));
    }

    private string Digest()
    {
        var all = rooms.SelectMany(room => world.Watch.Words.In(room)
            .OrderBy(one => one.Author.ToString(), StringComparer.Ordinal).ThenBy(one => one.Number)
            .Select(one => $"{room} {one.Author} {one.Number} {one.Text}\n"));
        return $"{world.Watch.Words.Said} messages, {world.Watch.Logs.Count} entries, "
            + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(all))))[..16];
    }
}

/// <summary>What becomes of a room that is asked for. Nothing can be declined or withdrawn in words yet.</summary>
public enum IntentEnd
{
    /// <summary>Both sides act: it opens.</summary>
    Opened,

    /// <summary>The other side lets its desk in, and no person consents.</summary>
    NeverConsented,

    /// <summary>The other side does nothing.</summary>
    NeverAnswered,
}
