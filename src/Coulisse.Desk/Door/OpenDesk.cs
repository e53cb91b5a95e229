using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Keys;
using Coulisse.Desk.Members;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.StationLink;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Pairings;
using Coulisse.Wire.Rooms;
using ActWords = Coulisse.Talks.Acts.ActWords;
using RefusalWords = Coulisse.Talks.Refusals.RefusalWords;

namespace Coulisse.Desk.Door;

/// <summary>
/// An open desk as the programs of its account see it: what it knows in words for people, and what they may do. One
/// thread, the loop's, touches the desk itself.
/// </summary>
internal sealed class OpenDesk
{
    internal const int RoomIdBytes = 16;

    private readonly DeskLoop loop;
    private readonly DeskIdentity identity;
    private readonly People people;
    private readonly Telling telling;
    private readonly InForce inForce;
    private readonly WitnessFile witness;
    private readonly IRandomSource random;
    private readonly TimeProvider time;
    private readonly NotedAlarms alarms;

    internal OpenDesk(DeskLoop loop, DeskIdentity identity, LineCredence line, InForce inForce, WitnessFile witness,
        IRandomSource random, TimeProvider time)
    {
        (this.inForce, this.witness) = (inForce, witness);
        (this.loop, this.identity, this.random, this.time) = (loop, identity, random, time);
        people = new(line, identity.Accreditation);
        telling = new(identity, people);
        alarms = new(time);
    }

    /// <summary>Moves with everything that a follower would see.</summary>
    internal Changes Changes { get; } = new();

    /// <summary>Reads what the desk wants shown, until it stops.</summary>
    internal async Task WatchAsync(CancellationToken cancel)
    {
        await foreach (var effect in loop.Screen.ReadAllAsync(cancel))
        {
            if (effect is DeskEffect.Alarm alarm)
                alarms.Note(alarm);
            Changes.Happened();
        }
    }

    internal Task<LineAnswer> LineAsync(CancellationToken cancel) => loop.AskAsync(Line, cancel);

    /// <exception cref="Refusal">There is none.</exception>
    internal async Task<RoomAnswer> RoomAsync(RoomId room, CancellationToken cancel) =>
        await loop.AskAsync(core => core.ViewOf(room) is { } view ? telling.Room(view) : null, cancel)
        ?? throw new Refusal(ExitCode.SaidNo, DoorWords.Of(DeskRefusal.NoSuchRoom, null));

    /// <summary>The room whose name begins so; with nothing given, the only one.</summary>
    /// <exception cref="Refusal">None does, or several do.</exception>
    internal async Task<RoomId> FindAsync(string begins, CancellationToken cancel)
    {
        var found = await loop.AskAsync(core => core.Rooms
            .Where(room => room.ToString().StartsWith(begins, StringComparison.Ordinal)).Take(2).ToList(), cancel);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new Refusal(ExitCode.SaidNo, DoorWords.Of(DeskRefusal.NoSuchRoom, null)),
            _ => throw new Refusal(ExitCode.SaidNo,
                "Several rooms begin so; type more digits of the one you mean. See: coulisse room list"),
        };
    }

    /// <summary>Messages after one, in the order in which they were shown.</summary>
    internal Task<List<MessageAnswer>> MessagesAsync(RoomId room, ulong after, int most, CancellationToken cancel) =>
        loop.AskAsync(core => core.TranscriptOf(room, after, most)
            .Select(one => telling.Message(core, room, one.Order, one.Heard)).ToList(), cancel);

    /// <summary>The same message as it is now; null if there is none.</summary>
    internal Task<MessageAnswer?> MessageAsync(RoomId room, ulong order, CancellationToken cancel) =>
        loop.AskAsync(core => core.MessageOf(room, order) is { } heard
            ? telling.Message(core, room, order, heard) : null, cancel);

    /// <summary>What is kept of a room, checked against itself.</summary>
    internal Task<ArchiveAnswer> ArchiveAsync(RoomId room, CancellationToken cancel) =>
        loop.AskAsync(core => telling.Archive(room, core.ArchiveOf(room)!), cancel);

    /// <summary>Asks a desk of the other side into a new room.</summary>
    /// <exception cref="Refusal">It cannot be done.</exception>
    internal async Task<RoomAnswer> ProposeAsync(RoomQuestion asked, CancellationToken cancel)
    {
        var with = people.Find(asked.With) ?? throw new Refusal(ExitCode.SaidNo,
            $"Nobody of theirs, or more than one, is meant by \"{asked.With}\". Their desks are: "
            + string.Join("; ", people.Theirs.Select(Telling.Listed)));
        await DemandAsync(cancel, identity.Accreditation, with);
        var before = asked.Follows is null ? null
            : await RoomAsync(await FindAsync(asked.Follows, cancel), cancel);
        if ((asked.Purpose ?? before?.Purpose) is not { } purpose
            || (asked.Excluded ?? before?.Excluded) is not { } excluded)
            throw new Refusal(ExitCode.Usage, "The terms of that room are not known here: give them, with --purpose "
                + "and --excluded.");
        var id = new byte[RoomIdBytes];
        random.Fill(id);
        var room = new RoomId(Opaque.Owning(id));
        await DoAsync(new DeskEvent.RoomProposed(room, with.Content.Subject.Id,
            new(purpose, excluded),
            before is null ? null : new(RoomId.FromHex(before.Room)!.Value, asked.Why ?? "")), room, cancel);
        return await RoomAsync(room, cancel);
    }

    /// <summary>Lets this desk be added to a room.</summary>
    /// <exception cref="Refusal">It cannot be done.</exception>
    internal async Task AcceptAsync(RoomId room, CancellationToken cancel)
    {
        await DemandAsync(cancel, identity.Accreditation);
        await DoAsync(new DeskEvent.InvitationAccepted(room), room, cancel);
    }

    /// <summary>Consents to a room for the party.</summary>
    /// <exception cref="Refusal">It cannot be done, or somebody in it is not accredited now.</exception>
    internal async Task ConsentAsync(RoomId room, CancellationToken cancel)
    {
        var members = await loop.AskAsync(core => core.ViewOf(room)?.Members ?? [], cancel);
        await DemandAsync(cancel, [identity.Accreditation, .. members.Select(member => member.Desk)]);
        await DoAsync(new DeskEvent.Consented(room), room, cancel);
    }

    /// <summary>Says something; it is in the vault when this returns.</summary>
    /// <exception cref="Refusal">It cannot be done.</exception>
    internal async Task<MessageAnswer> SayAsync(
        RoomId room, string text, Precedence precedence, CancellationToken cancel) =>
        (await DoAsync(new DeskEvent.Said(room, text, precedence), room, (core, effects) =>
            effects.OfType<DeskEffect.Shown>().FirstOrDefault() is { Order: var order }
                ? telling.Message(core, room, order, core.MessageOf(room, order)!) : null, cancel))!;

    /// <summary>Asked for whoever was cut off before they knew that their words were taken.</summary>
    /// <exception cref="Refusal">The last words of this desk in the room are these, said a short time ago.</exception>
    internal async Task DemandNewAsync(RoomId room, string text, CancellationToken cancel)
    {
        if (await loop.AskAsync(core => SaidBefore.Of(core, room, text, time.GetUtcNow()), cancel) is { } why)
            throw new Refusal(ExitCode.SaidNo, why);
    }

    /// <summary>Words that were begun in a room and not said; empty if there are none.</summary>
    internal Task<string> DraftAsync(RoomId room, CancellationToken cancel) =>
        loop.AskAsync(core => core.Drafts.Of(room), cancel);

    /// <summary>Keeps them; they are in the vault when this returns. False if they are longer than one
    /// message.</summary>
    internal Task<bool> KeepDraftAsync(RoomId room, string text, CancellationToken cancel) =>
        loop.AskAsync(core => core.Drafts.Keep(room, text), cancel);

    /// <summary>Does in a talk what a person wants; it is in the vault when this returns.</summary>
    /// <exception cref="Refusal">It cannot be done.</exception>
    internal async Task<MessageAnswer> DoInTalkAsync(RoomId room, TalkQuestion asked, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        // Refusals are not thrown on the desk's own thread.
        var (act, why) = await loop.AskAsync(core => TalkMaking.Make(core, room, asked, now), cancel);
        var made = act ?? throw new Refusal(ExitCode.Usage, why!);
        var precedence = DoorServer.PrecedenceOf(asked.Precedence);
        return (await DoAsync(new DeskEvent.ActSaid(room, made, ActWords.Of(made), precedence), room,
            (core, effects) => effects.OfType<DeskEffect.Shown>().FirstOrDefault() is { Order: var order }
                ? telling.Message(core, room, order, core.MessageOf(room, order)!) : null, cancel))!;
    }

    /// <summary>What a room's acts come to.</summary>
    internal Task<TalkAnswer> TalkAsync(RoomId room, CancellationToken cancel) =>
        loop.AskAsync(core => TalkTelling.Of(core, room, telling, identity, time.GetUtcNow()), cancel);

    /// <summary>Does what a person wants.</summary>
    /// <exception cref="Refusal">It cannot be done; nothing changed.</exception>
    internal Task DoAsync(DeskEvent act, RoomId room, CancellationToken cancel) =>
        DoAsync(act, room, (_, effects) => effects, cancel);

    private async Task<T> DoAsync<T>(DeskEvent act, RoomId room,
        Func<DeskCore, IReadOnlyList<DeskEffect>, T> look, CancellationToken cancel)
    {
        var (seen, refused, status) = await loop.DoAsync(act, (core, effects) => (look(core, effects),
            effects.OfType<DeskEffect.Refused>().FirstOrDefault(), core.StatusOf(room)), cancel);
        return refused is null ? seen : throw new Refusal(ExitCode.SaidNo, refused.Act is { } reason
            ? RefusalWords.Of(reason) : DoorWords.Of(refused.Why, status));
    }

    internal IReadOnlyList<AlarmAnswer> Alarms => alarms.All();

    /// <summary>Who this desk is.</summary>
    internal DeskIdentity Identity => identity;

    /// <summary>What was wanted of a room's members.</summary>
    internal Task<IReadOnlyList<RoomIntent>> IntentsAsync(RoomId room, CancellationToken cancel) =>
        loop.AskAsync(core => core.IntentsOf(room), cancel);

    /// <summary>The desk of either side that a person means.</summary>
    /// <exception cref="Refusal">None, or more than one.</exception>
    internal async Task<Sealed<Accreditation>> FindPersonAsync(string words, CancellationToken cancel)
    {
        var (found, known) = await loop.AskAsync(_ => (people.FindAmongAll(words), people.All.ToList()), cancel);
        return found ?? throw new Refusal(ExitCode.SaidNo, $"Nobody, or more than one, is meant by \"{words}\". Known "
            + $"are: {string.Join("; ", known.Select(Telling.Listed))}. Of anybody else, name the file of their "
            + "accreditation.");
    }

    /// <summary>Asked before a person relies on somebody.</summary>
    /// <exception cref="Refusal">The accreditation is not in force.</exception>
    internal async Task DemandAsync(CancellationToken cancel, params IEnumerable<Sealed<Accreditation>> accreditations)
    {
        foreach (var one in accreditations)
        {
            var chain = await loop.AskAsync(core => core.ChainOf(one.By), cancel);
            if (inForce.FaultOf(one, chain, time.GetUtcNow()) is { } fault)
                throw new Refusal(ExitCode.SaidNo, $"Not now: the accreditation of {Telling.NameOf(one)} {fault}. "
                    + "Its party's seal has to renew it; then open this desk again.");
        }
    }

    private List<string> Warnings(DeskCore core, IEnumerable<RoomView> rooms) =>
        [.. DoorWords.Of(core.Freshness) is { } stale ? [stale] : (string[])[],
            .. witness.Fault is { } fault ? [DoorWords.NoWitness(witness.Path, fault)] : (string[])[],
            .. rooms.SelectMany(room => room.Members).Select(member => member.Desk).Append(identity.Accreditation)
            .DistinctBy(one => one.Entry.Hash())
            .Select(one => inForce.WarningOf(one, core.ChainOf(one.By), time.GetUtcNow()) is { } why
                ? $"The accreditation of {Telling.NameOf(one)} {why}." : null).OfType<string>(),
            .. ((PartyMark?[])[identity.Seals.Own, identity.Seals.Other]).OfType<PartyMark>()
                .Select(seal => DoorWords.OfChain(core.ChainOf(seal), seal == identity.Seals.Own)).OfType<string>()];

    private LineAnswer Line(DeskCore core)
    {
        var rooms = core.Rooms.Select(room => core.ViewOf(room)!).ToList();
        var (state, words) = LineState.Of(loop.IsStationThere, core.News);
        return new(identity.Line.ToString(), telling.Person(identity.Accreditation), identity.Seals.Other!.Party, state,
            words, loop.StationSince, core.News?.IsFrozen ?? false, core.News?.Missing ?? 0, core.Waiting,
            [.. people.Theirs.Select(telling.Person)], [.. rooms.Select(telling.Room)], Warnings(core, rooms),
            alarms.All(), [.. Seals()]);
    }

    private IEnumerable<SealAnswer> Seals() => ((PartyMark?[])[identity.Seals.Own, identity.Seals.Other])
        .OfType<PartyMark>().Select(seal => new SealAnswer(seal.Party, seal.Seal.ToString(),
            seal == identity.Seals.Own));
}
