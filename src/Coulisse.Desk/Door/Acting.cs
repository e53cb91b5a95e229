using Coulisse.Desk.StationLink;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Parties;
using Coulisse.Terminal;
using Coulisse.Wire.Rooms;
using RefusalWords = Coulisse.Talks.Refusals.RefusalWords;

namespace Coulisse.Desk.Door;

/// <summary>A person's acts, on the desk's own thread.</summary>
internal sealed class Acting(DeskLoop loop)
{
    /// <summary>Does what a person wants, where it belongs; what crosses from a caucus is noted there in one
    /// transaction with it, and so is whatever else has to be once it was done.</summary>
    /// <exception cref="NotApproved">A caucus has to approve these words first; nothing changed.</exception>
    /// <exception cref="Refusal">It cannot be done; nothing changed.</exception>
    internal async Task<T> DoAsync<T>(Func<DeskCores, DeskCore> where, DeskEvent act, RoomId room,
        Func<DeskCore, IReadOnlyList<DeskEffect>, T> look, CancellationToken cancel,
        Action<DeskCores, DeskCore, IReadOnlyList<DeskEffect>>? also = null)
    {
        var (seen, refused, status, blocking, by) = await loop.ActAsync((both, take) =>
        {
            var (core, crossing) = (where(both), Crossing.Of(both, act, room));
            var effects = crossing.Blocking is null ? take(core, act) : [];
            var refusal = effects.OfType<DeskEffect.Refused>().FirstOrDefault();
            foreach (var told in refusal is null ? crossing.Tell() : [])
                take(both.Home, told); // in the same transaction: what has crossed has used its approval up
            if (refusal is null && crossing.Blocking is null)
                also?.Invoke(both, core, effects);
            return (crossing.Blocking is null ? look(core, effects) : default!, refusal, core.StatusOf(room),
                crossing.Blocking, core == both.Home ? Approvers(core, act) : (Mandate?)null);
        }, cancel);
        if (blocking is var (caucus, needed))
            throw new NotApproved(caucus, needed);
        return refused is null ? seen : throw (refused.Act is { } reason ? OfTalk(reason, by)
            : new Refusal(ExitCode.SaidNo, DoorWords.Of(refused.Why, status), $"desk.{refused.Why}"));
    }

    /// <summary>What the talk itself does not allow.</summary>
    /// <param name="why">Which it is.</param>
    /// <param name="by">In a caucus, whose approval it takes; null in a room of both sides.</param>
    internal static Refusal OfTalk(Coulisse.Talks.Refusals.Refusal why, Mandate? by) => (why, by) switch
    {
        (Coulisse.Talks.Refusals.Refusal.NotByTheRule or Coulisse.Talks.Refusals.Refusal.MandateTooNarrow,
            { } needed) when needed != MandateNames.All => new(ExitCode.SaidNo, HomeWords.Of(why, needed),
                TalkTelling.OfTalk(why), needed.ToString()),
        (_, null) => new(ExitCode.SaidNo, RefusalWords.Of(why), TalkTelling.OfTalk(why)),
        _ => new(ExitCode.SaidNo, HomeWords.Of(why), TalkTelling.OfTalk(why)),
    };

    /// <summary>By which mandates alone, asked and named by the rules, that is approved in a caucus which an act
    /// approves; all, if it approves nothing.</summary>
    internal static Mandate Approvers(DeskCore home, RoomId caucus, TalkAct act) =>
        act is TalkAct.ApprovalGiven && home.TalkToBe(caucus) is var talk
            && talk.Approvals.FirstOrDefault(one => one.Id == act.Matter) is { } asked
            ? asked.Mandates & talk.Approvers(asked.Room) : MandateNames.All;

    private static Mandate Approvers(DeskCore home, DeskEvent act) =>
        act is DeskEvent.ActSaid said ? Approvers(home, said.Room, said.Act) : MandateNames.All;
}
