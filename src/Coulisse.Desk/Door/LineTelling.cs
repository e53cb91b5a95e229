using Coulisse.Desk.Keys;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.StationLink;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Door;

/// <summary>The line as an answer for people. Only on the desk's own thread, as <see cref="Telling"/>.</summary>
internal sealed class LineTelling(DeskLoop loop, DeskIdentity identity, People people, Telling telling,
    InForce inForce, WitnessFile witness, NotedAlarms alarms, TimeProvider time)
{
    internal LineAnswer Tell(DeskCore core)
    {
        var rooms = core.Rooms.Select(room => core.ViewOf(room)!).ToList();
        var (state, words, cause, number) = LineState.Of(loop.IsStationThere, core.News);
        return new(identity.Line.ToString(), telling.Person(identity.Accreditation), identity.Seals.Other!.Party, state,
            words, loop.StationSince, core.News?.IsFrozen ?? false, core.News?.Missing ?? 0, core.Waiting,
            [.. people.Theirs.Select(telling.Person)], [.. rooms.Select(room => Room(core, room))],
            Warnings(core, rooms), alarms.All(), [.. Seals()], cause, number);
    }

    private RoomAnswer Room(DeskCore core, RoomView room) => telling.Room(room) with
    {
        Due = DueTelling.Of(core, room.Id, identity, time.GetUtcNow()),
    };

    private List<string> Warnings(DeskCore core, IEnumerable<RoomView> rooms) =>
        [.. DoorWords.Of(core.Freshness) is { } stale ? [stale] : (string[])[],
            .. witness.Fault is { } fault ? [DoorWords.NoWitness(witness.Path, fault)] : (string[])[],
            .. (core.News?.Behind ?? []).Select(one => DoorWords.Behind(one, people.Of(one.Desk))),
            .. rooms.SelectMany(room => room.Members).Select(member => member.Desk).Append(identity.Accreditation)
            .DistinctBy(one => one.Entry.Hash())
            .Select(one => inForce.WarningOf(one, core.ChainOf(one.By), time.GetUtcNow()) is { } why
                ? $"The accreditation of {Telling.NameOf(one)} {why}." : null).OfType<string>(),
            .. ((PartyMark?[])[identity.Seals.Own, identity.Seals.Other]).OfType<PartyMark>()
                .Select(seal => DoorWords.OfChain(core.ChainOf(seal), seal == identity.Seals.Own)).OfType<string>()];

    private IEnumerable<SealAnswer> Seals() => ((PartyMark?[])[identity.Seals.Own, identity.Seals.Other])
        .OfType<PartyMark>().Select(seal => new SealAnswer(seal.Party, seal.Seal.ToString(),
            seal == identity.Seals.Own));
}
