using Coulisse.Desk.Keys;
using Coulisse.Desk.Rooms;
using Coulisse.Door;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Door;

/// <summary>How the line is and what is on it, for people; and what they should mind. Only on the desk's own
/// thread.</summary>
internal sealed class LineTelling(NotedAlarms alarms, TimeProvider time, Func<DeskCore, Telling> tellingOf)
{
    /// <param name="both">The desk.</param>
    /// <param name="lines">Its lines, the first one first.</param>
    /// <param name="station">How the own station was when it was last called, and since when that is so.</param>
    /// <param name="due">With what is due in each room, for which all its acts are looked through.</param>
    internal LineAnswer Of(DeskCores both, IReadOnlyList<LineAtDesk> lines,
        (OurStation Now, DateTimeOffset Since) station, DueTold due)
    {
        var caucuses = both.Home.Rooms.Select(room => both.Home.ViewOf(room)!).ToList();
        var first = Of(both.Line, lines[0], station, due);
        return first with
        {
            Warnings = [.. first.Warnings, .. OfHome(both, lines[0], caucuses)],
            Alarms = alarms.All(),
            Caucuses = caucuses.Count == 0 ? null : [.. caucuses.Select(tellingOf(both.Home).Room)],
            Others = lines.Count == 1 ? null : [.. both.Lines.Zip(lines).Skip(1)
                .Select(one => Of(one.First, one.Second, station, due))],
        };
    }

    private LineAnswer Of(
        DeskCore core, LineAtDesk line, (OurStation Now, DateTimeOffset Since) station, DueTold due)
    {
        var (telling, identity) = (line.Telling, core.Identity);
        var rooms = core.Rooms.Select(room => core.ViewOf(room)!).ToList();
        var (state, words, cause, number) = LineState.Of(station.Now, core.News);
        return new(identity.Line.ToString(), telling.Person(identity.Accreditation), line.Them, state,
            words, station.Since, core.News?.IsFrozen ?? false, core.News?.Missing ?? 0, core.Waiting,
            [.. line.People.Theirs.Select(telling.Person)],
            [.. rooms.Select(room => IsRead(core, room, due)
                ? WithDue(core, telling, room) : telling.Room(room))],
            Warnings(core, line, rooms), [], [.. Seals(identity)], cause, number,
            People: [.. line.People.All.Select(telling.Person)],
            Charters: rooms.All(room => IsRead(core, room, due))
                ? CharterTelling.Of(core, line) : CharterTelling.Held(core, line));
    }

    // Whether what was done in a room may be gone through: that takes long where nobody has yet.
    private static bool IsRead(DeskCore core, RoomView room, DueTold due) =>
        due == DueTold.All || (due == DueTold.Known && core.IsTalkFollowed(room.Id));

    private RoomAnswer WithDue(DeskCore core, Telling telling, RoomView room) => telling.Room(room) with
    {
        Due = DueTelling.Of(core, room.Id, core.Identity, time.GetUtcNow()),
    };

    private List<string> OfHome(DeskCores both, LineAtDesk first, IEnumerable<RoomView> caucuses) =>
    [
        .. HomeWords.Of(both.Home.News) is { } home ? [home] : (string[])[],
        .. Own(both.Home, first.Witness.AtHome, first.People),
        .. Force(both.Line, first, caucuses.SelectMany(room => room.Members).Select(member => member.Desk)),
    ];

    private IEnumerable<string> Own(DeskCore core, WitnessFile witness, People people) =>
    [
        .. DoorWords.Of(core.Freshness) is { } older ? [older] : (string[])[],
        .. witness.Fault is { } fault ? [DoorWords.NoWitness(witness.Path, fault)] : (string[])[],
        .. (core.News?.Behind ?? []).Select(one => SilentDesk.Of(one, people.Of(one.Desk), time.GetUtcNow())),
    ];

    private IEnumerable<string> Force(DeskCore core, LineAtDesk line, IEnumerable<Sealed<Accreditation>> desks) => desks
        .DistinctBy(one => one.Entry.Hash())
        .Select(one => line.InForce.WarningOf(one, core.ChainOf(one.By), time.GetUtcNow()) is { } why
            ? $"The accreditation of {Telling.NameOf(one)} {why}" : null).OfType<string>();

    private List<string> Warnings(DeskCore core, LineAtDesk line, IEnumerable<RoomView> rooms)
    {
        var identity = core.Identity;
        return
        [
            .. Own(core, line.Witness, line.People),
            .. Force(core, line, rooms.SelectMany(room => room.Members).Select(member => member.Desk)
                .Append(identity.Accreditation).Append(line.Credence.OwnStation).Append(line.Credence.OtherStation)),
            .. ((PartyMark?[])[identity.Seals.Own, identity.Seals.Other]).OfType<PartyMark>()
                .Select(seal => DoorWords.OfChain(core.ChainOf(seal), seal == identity.Seals.Own)).OfType<string>(),
        ];
    }

    private static IEnumerable<SealAnswer> Seals(DeskIdentity identity) =>
        ((PartyMark?[])[identity.Seals.Own, identity.Seals.Other]).OfType<PartyMark>().Select(seal =>
            new SealAnswer(seal.Party, seal.Seal.ToString(), seal == identity.Seals.Own));
}

/// <summary>Of which rooms it is told what is due.</summary>
internal enum DueTold
{
    /// <summary>Of none.</summary>
    Nothing,

    /// <summary>Of those whose acts were looked through already.</summary>
    Known,

    /// <summary>Of all, however long that takes.</summary>
    All,
}
