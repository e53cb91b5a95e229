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
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>
/// An open desk as the programs of its account see it: what it knows in words for people, and what they may do. One
/// thread, the loop's, touches the desk itself.
/// </summary>
internal sealed class OpenDesk
{
    internal const int RoomIdBytes = 16;

    private readonly DeskLoop loop;
    private readonly Acting acting;
    private readonly People atHome;
    private readonly Telling tellingAtHome;
    private readonly LineTelling lineTelling;
    private readonly IRandomSource random;
    private readonly TimeProvider time;
    private readonly NotedAlarms alarms;

    /// <param name="loop">The desk's one thread.</param>
    /// <param name="lines">Its lines, the first one first.</param>
    /// <param name="random">For names of rooms.</param>
    /// <param name="time">Its clock.</param>
    internal OpenDesk(DeskLoop loop, IReadOnlyList<LineAtDesk> lines, IRandomSource random, TimeProvider time)
    {
        (this.loop, Lines, this.random, this.time) = (loop, new(lines), random, time);
        atHome = new(lines.Select(line => line.Credence), Identity.Accreditation);
        (acting, tellingAtHome) = (new(loop), new(Identity.AtHome(), atHome));
        alarms = new(time);
        lineTelling = new(alarms, time, At);
    }

    /// <summary>Its lines, the first one first.</summary>
    internal LinesAtDesk Lines { get; }

    /// <summary>Moves with everything that a follower would see.</summary>
    internal Changes Changes { get; } = new();

    /// <summary>Reads what the desk wants shown, and keeps how the line is, until it stops.</summary>
    internal Task WatchAsync(CancellationToken cancel) => Task.WhenAll(ShowAsync(cancel),
        TalkFollowing.RunAsync(loop, Changes, cancel), LogKeeping.RunAsync(Changes, time,
            noting => loop.AskBothAsync(both => LogKeeping.Note(both, loop, Now), noting), cancel));

    private async Task ShowAsync(CancellationToken cancel)
    {
        await foreach (var effect in loop.Screen.ReadAllAsync(cancel))
        {
            if (effect is DeskEffect.Alarm alarm)
                alarms.Note(alarm);
            if (effect is DeskEffect.WordsErased)
                Erasures++;
            Changes.Happened();
        }
    }

    /// <summary>The first line, and the others under it.</summary>
    internal Task<LineAnswer> LineAsync(CancellationToken cancel, DueTold due = DueTold.All) => loop.AskBothAsync(
        both => lineTelling.Of(both, Lines, (loop.Station, loop.StationSince), due), cancel);

    /// <summary>A room, and who is whose opposite number in it.</summary>
    /// <exception cref="Refusal">There is none.</exception>
    internal async Task<RoomAnswer> RoomAsync(RoomId room, CancellationToken cancel) =>
        await loop.AskAsync(room, core => core.ViewOf(room) is not { } view ? null : At(core).Room(view) with
        {
            Pairs = TalkTelling.Pairs(core.TalkOf(room), At(core), core.Identity),
            OfLine = Lines.Of(core) is { } line ? CharterTelling.InForce(core, line) : null,
        }, cancel)
        ?? throw new Refusal(ExitCode.SaidNo, DoorWords.Of(DeskRefusal.NoSuchRoom, null));

    /// <summary>The room whose name begins so; with nothing given, the only one.</summary>
    /// <exception cref="Refusal">None does, or several do.</exception>
    internal async Task<RoomId> FindAsync(string begins, CancellationToken cancel)
    {
        var found = await loop.AskBothAsync(both => both.All.SelectMany(core => core.Rooms)
            .Where(room => room.ToString().StartsWith(begins, StringComparison.Ordinal)).Take(2).ToList(), cancel);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new Refusal(ExitCode.SaidNo, DoorWords.Of(DeskRefusal.NoSuchRoom, null)),
            _ => throw new Refusal(ExitCode.SaidNo,
                "Several rooms begin so; type more digits. See: coulisse room list, coulisse caucus list"),
        };
    }

    /// <summary>Messages after one, in the order in which they were shown.</summary>
    internal Task<List<MessageAnswer>> MessagesAsync(RoomId room, ulong after, int most, CancellationToken cancel) =>
        loop.AskAsync(room, core => core.TranscriptOf(room, after, most)
            .Select(one => At(core).Message(core, room, one.Order, one.Heard)).ToList(), cancel);

    /// <summary>The same message as it is now; null if there is none.</summary>
    internal Task<MessageAnswer?> MessageAsync(RoomId room, ulong order, CancellationToken cancel) =>
        loop.AskAsync(room, core => core.MessageOf(room, order) is { } heard
            ? At(core).Message(core, room, order, heard) : null, cancel);

    /// <summary>What is kept of a room, checked against itself.</summary>
    internal Task<ArchiveAnswer> ArchiveAsync(RoomId room, CancellationToken cancel) =>
        loop.AskAsync(room, core => At(core).Archive(room, core.ArchiveOf(room)!), cancel);

    /// <summary>Lets this desk be added to a room.</summary>
    /// <exception cref="Refusal">It cannot be done.</exception>
    internal async Task AcceptAsync(RoomId room, CancellationToken cancel)
    {
        await DemandAsync(cancel, (await IdentityAsync(room, cancel)).Accreditation);
        await DoAsync(new DeskEvent.InvitationAccepted(room), room, cancel);
    }

    /// <summary>Consents to a room for the party.</summary>
    /// <exception cref="Refusal">It cannot be done, or somebody in it is not accredited now.</exception>
    internal async Task ConsentAsync(RoomId room, CancellationToken cancel)
    {
        var members = await loop.AskAsync(room, core => core.ViewOf(room)?.Members ?? [], cancel);
        await DemandAsync(cancel, [(await IdentityAsync(room, cancel)).Accreditation,
            .. members.Select(member => member.Desk)]);
        await DoAsync(new DeskEvent.Consented(room), room, cancel);
    }

    /// <summary>Says something; it is in the vault when this returns, with what else has to be noted of it.</summary>
    /// <exception cref="Refusal">It cannot be done.</exception>
    internal async Task<MessageAnswer> SpeakAsync(DeskEvent said, RoomId room, CancellationToken cancel,
        Action<DeskCores, DeskCore, IReadOnlyList<DeskEffect>>? also = null) =>
        (await acting.DoAsync(both => both.Of(room), said, room, (core, effects) =>
            effects.OfType<DeskEffect.Shown>().FirstOrDefault() is { Order: var order }
                ? At(core).Message(core, room, order, core.MessageOf(room, order)!) : null, cancel, also))!;

    /// <summary>Asks the desk something of a room, on its own thread.</summary>
    internal Task<T> AskAsync<T>(RoomId room, Func<DeskCore, T> question, CancellationToken cancel) =>
        loop.AskAsync(room, question, cancel);

    /// <summary>The same of all its places.</summary>
    internal Task<T> AskBothAsync<T>(Func<DeskCores, T> question, CancellationToken cancel) =>
        loop.AskBothAsync(question, cancel);

    /// <summary>Its clock.</summary>
    internal TimeProvider Time => time;

    internal DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Whoever does an act now; only on the desk's own thread.</summary>
    internal ActMaker MakerAt(DeskCore core) => new(core.Identity, PeopleAt(core), random, Now);

    /// <summary>What a room's acts come to.</summary>
    internal async Task<TalkAnswer> TalkAsync(RoomId room, CancellationToken cancel)
    {
        await TalkFollowing.OfAsync(loop, room, cancel);
        return await loop.AskBothAsync(both => TalkTelling.Of(both, room, At(both.Of(room)), Now), cancel);
    }

    /// <summary>What is due in a room, and was.</summary>
    internal Task<IReadOnlyList<DueAnswer>> DueAsync(RoomId room, CancellationToken cancel) =>
        loop.AskAsync(room, core => DueTelling.Of(core, room, core.Identity, Now), cancel);

    /// <summary>Does what a person wants.</summary>
    /// <exception cref="Refusal">It cannot be done; nothing changed.</exception>
    internal Task DoAsync(DeskEvent act, RoomId room, CancellationToken cancel) =>
        acting.DoAsync(both => both.Of(room), act, room, (_, effects) => effects, cancel);

    /// <summary>The same on a line, of a room that may not be there yet.</summary>
    internal Task DoOnAsync(LineAtDesk line, DeskEvent act, RoomId room, CancellationToken cancel) =>
        acting.DoAsync(both => both.Of(line.Log)!, act, room, (_, effects) => effects, cancel);

    /// <summary>The same at home, of a room that may not be there yet.</summary>
    internal Task DoAtHomeAsync(DeskEvent act, RoomId room, CancellationToken cancel) =>
        acting.DoAsync(both => both.Home, act, room, (_, effects) => effects, cancel);

    internal IReadOnlyList<AlarmAnswer> Alarms => alarms.All();

    /// <summary>How often words were erased here since the desk was opened: what holds on to them lets go.</summary>
    internal ulong Erasures { get; private set; }

    /// <summary>Who this desk is on its first line.</summary>
    internal DeskIdentity Identity => Lines[0].Identity;

    /// <summary>Who this desk is in a room: on its line, or at home.</summary>
    internal Task<DeskIdentity> IdentityAsync(RoomId room, CancellationToken cancel) =>
        loop.AskAsync(room, core => core.Identity, cancel);

    /// <summary>What this desk asks its party for in a room.</summary>
    /// <exception cref="Refusal">Nothing.</exception>
    internal async Task<LeafRequest> LeafRequestAsync(RoomId room, CancellationToken cancel) =>
        await loop.AskAsync(room, core => core.LeafRequestOf(room), cancel)
        ?? throw new Refusal(ExitCode.SaidNo, DoorWords.Of(DeskRefusal.NotNow, null));

    /// <summary>What was wanted of a room's members.</summary>
    internal Task<IReadOnlyList<RoomIntent>> IntentsAsync(RoomId room, CancellationToken cancel) =>
        loop.AskAsync(room, core => core.IntentsOf(room), cancel);

    /// <summary>The desk of either side of a room's line that a person means; of our own at home.</summary>
    /// <param name="words">Of its office, or its first digits.</param>
    /// <param name="room">The room; null at home.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="Refusal">None, or more than one.</exception>
    internal async Task<Sealed<Accreditation>> FindPersonAsync(string words, RoomId? room, CancellationToken cancel)
    {
        var (found, known, isTheirs) = await loop.AskBothAsync(both =>
        {
            var core = room is { } one ? both.Of(one) : both.Home;
            var people = PeopleAt(core);
            return (people.FindAmongAll(words), people.All.ToList(),
                core == both.Home && Lines.Any(line => line.People.Find(words) is not null));
        }, cancel);
        if (found is null && isTheirs)
            throw new Refusal(ExitCode.SaidNo, DoorWords.Of(DeskRefusal.OfAnotherParty, null),
                $"desk.{DeskRefusal.OfAnotherParty}");
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
            var advice = await loop.AskBothAsync(both => both.Lines.Where(core => core.ChainOf(one.By) is not null)
                .Select(core => Lines.Of(core)!.InForce.AdviceOn(one, core.ChainOf(one.By), time.GetUtcNow()))
                .OfType<string>().ToList(), cancel); // what is known of our own seal on one line counts on all
            if (advice is [var first, ..])
                throw new Refusal(ExitCode.SaidNo,
                    $"Not now: the accreditation of {Telling.NameOf(one)} {first}");
        }
    }

    /// <summary>What is known in one of its places, as answers; only on the desk's own thread.</summary>
    internal Telling At(DeskCore core) => Lines.Of(core)?.Telling ?? tellingAtHome;

    private People PeopleAt(DeskCore core) => Lines.Of(core)?.People ?? atHome;

    /// <summary>A name that no room has.</summary>
    internal RoomId NewRoom()
    {
        Span<byte> id = stackalloc byte[RoomIdBytes];
        random.Fill(id);
        return new(Opaque.CopyOf(id));
    }
}
