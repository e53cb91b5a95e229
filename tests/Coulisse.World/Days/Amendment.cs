using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Charters;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;

namespace Coulisse.World.Days;

/// <summary>
/// Other terms are proposed for one of the first two rooms, by either side. What the people then do follows from the
/// seed; what a crash took back, or an admission overtook, is done again.
/// </summary>
internal sealed class Amendment
{
    private static readonly RoomCharter Terms = new(new Charter("the prisoners, and their letters", "the border",
        "the two ministers", RecordMode.OffRecord, 30, Quoting.Never, Charter.Binding, "by a word of either"));

    private readonly SimulatedDesk proposes;
    private readonly SimulatedDesk answers;
    private int before; // rounds until somebody thinks of it
    private bool wasProposed;

    internal Amendment(Seed seed, DeskWorld world, IReadOnlyList<RoomId> rooms, List<string> chosen)
    {
        var terms = new Seed(seed.Number ^ 0x7465726d73); // of their own, so that the rest of the day is as it was
        var which = terms.Below(2);
        (Room, before) = (rooms[which], terms.Below(16));
        (proposes, answers) = terms.Below(2) == 0 ? (world.Desks[0], world.Desks[2 + which])
            : (world.Desks[2 + which], world.Desks[0]);
        End = (AmendmentEnd)terms.Below(Enum.GetValues<AmendmentEnd>().Length);
        chosen.Add($"other terms for room {which}, proposed by {proposes.Identity.Side}: {End}");
    }

    internal RoomId Room { get; }

    internal AmendmentEnd End { get; }

    /// <summary>How many intents there were to be.</summary>
    internal int Intents => 1;

    /// <summary>What the people do whom it concerns.</summary>
    internal void Attend()
    {
        if (before-- > 0)
            return;
        Propose();
        if (End is AmendmentEnd.Agreed or AmendmentEnd.Declined or AmendmentEnd.TakenBackMeanwhile
            && Last(answers) is { State: IntentState.Proposed } asked)
            answers.Do(new DeskEvent.IntentAnswered(Room, asked.Id, End != AmendmentEnd.Declined, "as you say"));
        if (End is AmendmentEnd.TakenBack or AmendmentEnd.TakenBackMeanwhile && Last(proposes) is { IsOpen: true } ours)
            proposes.Do(new DeskEvent.IntentWithdrawn(Room, ours.Id, "no need"));
    }

    /// <summary>I15: it ended the same on both sides, and the terms are what that end says.</summary>
    internal void Ended(IReadOnlyList<SimulatedDesk> members)
    {
        var ends = members.Select(desk => string.Join(", ", desk.Core.IntentsOf(Room)
            .Where(one => one is { Whom: null, State: not IntentState.Overtaken }).Select(one => one.State)))
            .Distinct().ToList();
        var isNew = members.Select(desk => desk.Core.ViewOf(Room)!.Charter == Terms).Distinct().ToList();
        var fits = ends.Count == 1 && isNew.Count == 1 && (End, ends[0], isNew[0]) is
            (_, "", false) // somebody was let in over it
            or (AmendmentEnd.Agreed or AmendmentEnd.TakenBackMeanwhile, nameof(IntentState.CarriedOut), true)
            or (AmendmentEnd.TakenBack or AmendmentEnd.TakenBackMeanwhile, nameof(IntentState.Withdrawn), false)
            or (AmendmentEnd.Declined, nameof(IntentState.Declined), false)
            or (AmendmentEnd.NeverAnswered, nameof(IntentState.Proposed), false);
        if (!fits)
            throw new ViolationException($"I15: terms that are to be {End}: {string.Join(" / ", ends)}, and are "
                + string.Join(" / ", isNew.Select(one => one ? "new" : "old")));
    }

    private void Propose()
    {
        if (!proposes.IsRunning || proposes.Core.StatusOf(Room) != RoomStatus.Open
            || (wasProposed && Last(proposes) is not { State: IntentState.Overtaken }))
            return;
        proposes.Do(new DeskEvent.ChangeProposed(Room, new RoomChange.Amendment(Terms), "it has grown"));
        wasProposed = proposes.IsRunning && proposes.Core.TranscriptOf(Room).Any(one => one.Act is [var act]
            && proposes.Core.ChangeOf(Room, act.Intent) is RoomChange.Amendment);
    }

    private RoomIntent? Last(SimulatedDesk desk) => desk.IsRunning
        ? desk.Core.IntentsOf(Room).LastOrDefault(one => one.Whom is null) : null;
}

/// <summary>What becomes of proposed terms.</summary>
public enum AmendmentEnd
{
    /// <summary>Both sides want them: they hold.</summary>
    Agreed,

    /// <summary>The other side's person says no.</summary>
    Declined,

    /// <summary>Who proposed them takes them back.</summary>
    TakenBack,

    /// <summary>The same, while the other side's person says yes: either holds, on both sides.</summary>
    TakenBackMeanwhile,

    /// <summary>The other side's person says nothing.</summary>
    NeverAnswered,
}
