using Coulisse.Desk.StationLink;
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
        var (seen, refused, status, blocking, isHome) = await loop.ActAsync((both, take) =>
        {
            var (core, crossing) = (where(both), Crossing.Of(both, act, room));
            var effects = crossing.Blocking is null ? take(core, act) : [];
            var refusal = effects.OfType<DeskEffect.Refused>().FirstOrDefault();
            foreach (var told in refusal is null ? crossing.Tell() : [])
                take(both.Home, told); // in the same transaction: what has crossed has used its approval up
            if (refusal is null && crossing.Blocking is null)
                also?.Invoke(both, core, effects);
            return (crossing.Blocking is null ? look(core, effects) : default!, refusal, core.StatusOf(room),
                crossing.Blocking, core == both.Home);
        }, cancel);
        if (blocking is { } caucus)
            throw new NotApproved(caucus);
        return refused is null ? seen : throw (refused.Act is { } reason ? OfTalk(reason, isHome)
            : new Refusal(ExitCode.SaidNo, DoorWords.Of(refused.Why, status), $"desk.{refused.Why}"));
    }

    /// <summary>What the talk itself does not allow.</summary>
    internal static Refusal OfTalk(Coulisse.Talks.Refusals.Refusal why, bool isHome = false) =>
        new(ExitCode.SaidNo, isHome ? HomeWords.Of(why) : RefusalWords.Of(why), TalkTelling.OfTalk(why));
}
