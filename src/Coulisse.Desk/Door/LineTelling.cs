using Coulisse.Desk.Keys;
using Coulisse.Desk.Rooms;
using Coulisse.Door;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Door;

/// <summary>How the line is and what is on it, for people; and what they should mind. Only on the desk's own
/// thread.</summary>
internal sealed class LineTelling(
    People people, InForce inForce, WitnessFile witness, NotedAlarms alarms, TimeProvider time,
    Func<DeskCore, Telling> tellingOf)
{
    /// <param name="both">The desk.</param>
    /// <param name="isStationThere">Whether the own station was there when it was last called.</param>
    /// <param name="since">Since when it is so.</param>
    /// <param name="isDueTold">With what is due in each room, for which all its acts are looked through.</param>
    internal LineAnswer Of(DeskCores both, bool isStationThere, DateTimeOffset since, bool isDueTold)
    {
        var (core, telling) = (both.Line, tellingOf(both.Line));
        var identity = core.Identity;
        var rooms = core.Rooms.Select(room => core.ViewOf(room)!).ToList();
        var caucuses = both.Home.Rooms.Select(room => both.Home.ViewOf(room)!).ToList();
        var (state, words, cause, number) = LineState.Of(isStationThere, core.News);
        return new(identity.Line.ToString(), telling.Person(identity.Accreditation), identity.Seals.Other!.Party, state,
            words, since, core.News?.IsFrozen ?? false, core.News?.Missing ?? 0, core.Waiting,
            [.. people.Theirs.Select(telling.Person)],
            [.. rooms.Select(room => isDueTold ? WithDue(core, telling, room) : telling.Room(room))],
            Warnings(both, rooms.Concat(caucuses)), alarms.All(), [.. Seals(identity)], cause, number,
            caucuses.Count == 0 ? null : [.. caucuses.Select(tellingOf(both.Home).Room)]);
    }

    private RoomAnswer WithDue(DeskCore core, Telling telling, RoomView room) => telling.Room(room) with
    {
        Due = DueTelling.Of(core, room.Id, core.Identity, time.GetUtcNow()),
    };

    private List<string> Warnings(DeskCores both, IEnumerable<RoomView> rooms)
    {
        var (core, identity) = (both.Line, both.Line.Identity);
        return
        [
            .. both.Both.Select(one => DoorWords.Of(one.Freshness)).OfType<string>().Distinct(),
            .. HomeWords.Of(both.Home.News) is { } home ? [home] : (string[])[],
            .. ((WitnessFile[])[witness, witness.AtHome]).Where(one => one.Fault is not null)
                .Select(one => DoorWords.NoWitness(one.Path, one.Fault!)),
            .. both.Both.SelectMany(one => one.News?.Behind ?? []).DistinctBy(one => one.Desk)
                .Select(one => SilentDesk.Of(one, people.Of(one.Desk), time.GetUtcNow())),
            .. rooms.SelectMany(room => room.Members).Select(member => member.Desk).Append(identity.Accreditation)
            .DistinctBy(one => one.Entry.Hash())
            .Select(one => inForce.WarningOf(one, core.ChainOf(one.By), time.GetUtcNow()) is { } why
                ? $"The accreditation of {Telling.NameOf(one)} {why}." : null).OfType<string>(),
            .. ((PartyMark?[])[identity.Seals.Own, identity.Seals.Other]).OfType<PartyMark>()
                .Select(seal => DoorWords.OfChain(core.ChainOf(seal), seal == identity.Seals.Own)).OfType<string>(),
        ];
    }

    private static IEnumerable<SealAnswer> Seals(DeskIdentity identity) =>
        ((PartyMark?[])[identity.Seals.Own, identity.Seals.Other]).OfType<PartyMark>().Select(seal =>
            new SealAnswer(seal.Party, seal.Seal.ToString(), seal == identity.Seals.Own));
}
