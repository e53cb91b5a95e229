using Coulisse.Desk.Rooms;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Values;
using Coulisse.Terminal;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>What is said from an open desk, words and acts; asked about first where whoever says it may be
/// mistaken.</summary>
internal sealed class Saying(OpenDesk desk)
{
    /// <summary>How <see cref="Stopped"/> names what is words alone.</summary>
    private const string WordsAlone = "Said";

    private const string Undetermined = "und"; // RFC 5646: words alone are of no language

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
        var said = await SpeakAsync(new DeskEvent.Said(room, what.Text, DoorServer.PrecedenceOf(what.Precedence)),
            room, what, cancel);
        stopped.Said(what);
        return said;
    }

    /// <summary>Keeps words for as long as they can be taken back, asked about and refused as if they were said now:
    /// who has let them go is not asked anything more. They are in the vault when this returns.</summary>
    /// <exception cref="Refusal">It cannot be done.</exception>
    /// <exception cref="AskedFirst">It is asked about first.</exception>
    internal async Task HoldAsync(RoomId room, string text, bool isHere, CancellationToken cancel)
    {
        var what = new TalkQuestion(WordsAlone, null, "", text, 0, nameof(Precedence.Routine), isHere);
        await DemandRoomAsync(room, what, isHere, cancel);
        var said = new DeskEvent.Said(room, text, Precedence.Routine);
        // Refusals are not thrown on the desk's own thread.
        var (blocking, refusal) = await desk.AskBothAsync(both => Crossing.Of(both, said, room).Blocking is { } not
            ? (not, (DeskRefusal?)null) : (((RoomId, Mandate)?)null, Hold(both.Of(room), said)), cancel);
        if (blocking is var (caucus, by))
        {
            KeepForApproval(caucus, room, what);
            throw new NotApproved(caucus, by);
        }
        if (refusal is { } why)
            throw new Refusal(ExitCode.SaidNo, DoorWords.Of(why, null), $"desk.{why}");
    }

    private DeskRefusal? Hold(DeskCore core, DeskEvent.Said said) => core.RefusalOf(said)
        ?? (core.Held.Hold(said.Room, said.Text, desk.Now) ? null : DeskRefusal.TooLong);

    /// <summary>Says the words that are held in a room, if they still are; they are in the vault, and held no more,
    /// when this returns.</summary>
    /// <exception cref="Refusal">It cannot be done, or they are not held.</exception>
    /// <exception cref="AskedFirst">It is asked about first: something was said elsewhere meanwhile.</exception>
    internal async Task<MessageAnswer> LetGoAsync(RoomId room, string text, bool isHere, CancellationToken cancel)
    {
        var what = new TalkQuestion(WordsAlone, null, "", text, 0, nameof(Precedence.Routine), isHere);
        await DemandRoomAsync(room, what, isHere, cancel);
        var said = await SpeakAsync(new DeskEvent.Said(room, text, Precedence.Routine) { IsHeld = true }, room, what,
            cancel);
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
        var (act, why, bound) = await desk.AskBothAsync(both =>
        {
            var by = desk.MakerAt(both.Of(room));
            var (made, fault) = TalkMaking.Make(both, room, what, by);
            return (made, fault, by.Bound);
        }, cancel);
        var made = act ?? throw new Refusal(ExitCode.Usage, why!);
        await DemandRoomAsync(room, what, asked.IsHere, cancel);
        var said = bound is null ? await DoAsync(room, made, what, cancel)
            : await BoundAsync(room, bound.Value, () => DoAsync(room, made, what, cancel), cancel);
        stopped.Said(what);
        return said;
    }

    /// <summary>What would be said; nothing is, and nobody is bound.</summary>
    /// <exception cref="Refusal">It would not be taken.</exception>
    internal async Task<ActAnswer> TryAsync(RoomId room, TalkQuestion asked, CancellationToken cancel)
    {
        // Refusals are not thrown on the desk's own thread.
        var (told, refusal) = await desk.AskBothAsync<(ActAnswer?, Refusal?)>(both =>
        {
            var (core, now) = (both.Of(room), desk.Now);
            var (act, missing) = TalkMaking.Make(both, room, asked, desk.MakerAt(core));
            return act is null ? (null, new(ExitCode.Usage, missing!))
                : core.RefusalOf(room, act, now) is { } why ? (null, Acting.OfTalk(why,
                    core == both.Home ? Acting.Approvers(core, room, act) : null))
                : (desk.At(core).Act(core, room, act), null);
        }, cancel);
        return told ?? throw refusal!;
    }

    private Task<MessageAnswer> DoAsync(RoomId room, TalkAct act, TalkQuestion what, CancellationToken cancel) =>
        SpeakAsync(new DeskEvent.ActSaid(room, act, ActWords.Of(act), DoorServer.PrecedenceOf(what.Precedence))
        {
            Typed = what.Text,
        }, room, what, cancel);

    // What a caucus has not approved is not lost: it can be put before it without being typed again.
    private async Task<MessageAnswer> SpeakAsync(
        DeskEvent said, RoomId room, TalkQuestion what, CancellationToken cancel)
    {
        try
        {
            return await desk.SpeakAsync(said, room, cancel);
        }
        catch (NotApproved not)
        {
            KeepForApproval(not.Caucus, room, what);
            throw;
        }
    }

    private void KeepForApproval(RoomId caucus, RoomId room, TalkQuestion what) => stopped.Keep(caucus, room, what with
    {
        Kind = nameof(ActKind.ApprovalAsked),
        To = null,
        In = room.ToString(),
        Language = what.Language.Length == 0 ? Undetermined : what.Language,
    });

    // Kept before the hash leaves: whoever is bound to a text must still have it.
    private async Task<MessageAnswer> BoundAsync(RoomId room, (Octets Commitment, Octets Salt, string Text) bound,
        Func<Task<MessageAnswer>> sayAsync, CancellationToken cancel)
    {
        await desk.AskAsync(room, core =>
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
            await desk.AskAsync(room, core =>
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
        if (await desk.AskAsync(room, core => SaidBefore.Of(core, room, text, now), cancel) is { } why)
            throw new AskedFirst(DoorQuestion.Again, why);
    }

    private Task DemandRoomAsync(RoomId room, TalkQuestion what, bool isHere, CancellationToken cancel) =>
        new RightRoom(desk).DemandAsync(room, what.Text, isHere, like => stopped.Keep(room, like, what), cancel);

    private static Refusal NothingStopped() => new(ExitCode.Usage, "There is nothing to say: no words are given, and "
        + "none were stopped on their way into this room. Type them, pipe them in, or name their file with --file.");
}
