using Coulisse.Desk.Rooms;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Values;
using Coulisse.Terminal;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>What is said from an open desk, words and acts; asked about first where whoever says it may be
/// mistaken.</summary>
internal sealed class Saying(OpenDesk desk)
{
    /// <summary>How <see cref="Stopped"/> names what is words alone.</summary>
    private const string WordsAlone = "Said";

    private readonly Stopped stopped = new();

    /// <summary>Says something; it is in the vault when this returns.</summary>
    /// <param name="room">Where.</param>
    /// <param name="asked">The words and their precedence.</param>
    /// <param name="isOnce">Whether the very words that were said last are asked about.</param>
    /// <param name="isHere">Whether this room is meant: null if nobody asks; if so, no words are those that were
    /// stopped.</param>
    /// <exception cref="Refusal">It cannot be done.</exception>
    /// <exception cref="AskedFirst">It is asked about first.</exception>
    internal async Task<MessageAnswer> SayAsync(
        RoomId room, (string Text, string Precedence) asked, bool isOnce, bool? isHere, CancellationToken cancel)
    {
        var what = new TalkQuestion(WordsAlone, null, "", asked.Text, 0, asked.Precedence, isHere ?? true);
        if (isHere == true && what.Text.Length == 0)
            what = stopped.For(room, WordsAlone) ?? throw NothingStopped();
        if (isOnce)
            await DemandNewAsync(room, what.Text, cancel);
        await DemandRoomAsync(room, what, isHere ?? true, cancel);
        var said = await desk.SpeakAsync(new DeskEvent.Said(room, what.Text, DoorServer.PrecedenceOf(what.Precedence)),
            room, cancel);
        stopped.Said(what);
        return said;
    }

    /// <summary>Does in a talk what a person wants; it is in the vault when this returns.</summary>
    /// <exception cref="Refusal">It cannot be done.</exception>
    /// <exception cref="AskedFirst">It is asked about first.</exception>
    internal async Task<MessageAnswer> DoAsync(RoomId room, TalkQuestion asked, CancellationToken cancel)
    {
        var what = asked is { IsHere: true, Text: "" } ? stopped.For(room, asked.Kind) ?? asked : asked;
        // Refusals are not thrown on the desk's own thread.
        var (act, why, bound) = await desk.AskAsync(core =>
        {
            var by = desk.Maker;
            var (made, fault) = TalkMaking.Make(core, room, what, by);
            return (made, fault, by.Bound);
        }, cancel);
        var made = act ?? throw new Refusal(ExitCode.Usage, why!);
        await DemandRoomAsync(room, what, asked.IsHere, cancel);
        var said = bound is null ? await DoAsync(room, made, what, cancel)
            : await BoundAsync(bound.Value, () => DoAsync(room, made, what, cancel), cancel);
        stopped.Said(what);
        return said;
    }

    /// <summary>What would be said; nothing is, and nobody is bound.</summary>
    /// <exception cref="Refusal">It would not be taken.</exception>
    internal async Task<ActAnswer> TryAsync(RoomId room, TalkQuestion asked, CancellationToken cancel)
    {
        // Refusals are not thrown on the desk's own thread.
        var (told, refusal) = await desk.AskAsync<(ActAnswer?, Refusal?)>(core =>
        {
            var (act, missing) = TalkMaking.Make(core, room, asked, desk.Maker);
            return act is null ? (null, new(ExitCode.Usage, missing!))
                : core.RefusalOf(room, act) is { } why ? (null, OpenDesk.OfTalk(why))
                : (desk.Telling.Act(core, room, act), null);
        }, cancel);
        return told ?? throw refusal!;
    }

    private Task<MessageAnswer> DoAsync(RoomId room, TalkAct act, TalkQuestion what, CancellationToken cancel) =>
        desk.SpeakAsync(new DeskEvent.ActSaid(room, act, ActWords.Of(act), DoorServer.PrecedenceOf(what.Precedence)),
            room, cancel);

    // Kept before the hash leaves: whoever is bound to a text must still have it.
    private async Task<MessageAnswer> BoundAsync((Octets Commitment, Octets Salt, string Text) bound,
        Func<Task<MessageAnswer>> sayAsync, CancellationToken cancel)
    {
        await desk.AskAsync(core =>
        {
            core.BoundTexts.Keep(bound.Commitment, bound.Salt, bound.Text);
            return true;
        }, cancel);
        try
        {
            return await sayAsync();
        }
        catch (Refusal)
        {
            await desk.AskAsync(core =>
            {
                core.BoundTexts.Forget(bound.Commitment);
                return true;
            }, cancel);
            throw;
        }
    }

    // Whoever was cut off cannot know whether their words were taken.
    private async Task DemandNewAsync(RoomId room, string text, CancellationToken cancel)
    {
        var now = desk.Now;
        if (await desk.AskAsync(core => SaidBefore.Of(core, room, text, now), cancel) is { } why)
            throw new AskedFirst(DoorQuestion.Again, why);
    }

    private async Task DemandRoomAsync(RoomId room, TalkQuestion what, bool isHere, CancellationToken cancel)
    {
        if (isHere || what.Text.Length == 0)
            return;
        // They are compared aside, so that the desk goes on meanwhile.
        var said = await desk.AskAsync(core => RoomDoubt.Read(core, room), cancel);
        if (RoomDoubt.Of(said, room, what.Text) is not var (like, order))
            return;
        stopped.Keep(room, like, what);
        var with = (await desk.RoomAsync(like, cancel)).Counterpart;
        throw new AskedFirst(DoorQuestion.OtherRoom, "Not said yet: much of it stands in message "
            + $"{order} of another room, {like.ToString()[..8]} with {with.Party}: {with.Office}. To say it here all "
            + "the same, use the same command with --this-room and without words: they are kept until this desk is "
            + "closed. (In coulisse talk: type the same line again.)");
    }

    private static Refusal NothingStopped() => new(ExitCode.Usage, "There is nothing to say: no words are given, and "
        + "none were stopped on their way into this room. Type them, pipe them in, or name their file with --file.");
}
