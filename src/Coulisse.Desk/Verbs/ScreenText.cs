using System.Globalization;
using Coulisse.Desk.Door;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Ledgers;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary>Rooms, people and messages as lines of a terminal.</summary>
internal static class ScreenText
{
    /// <summary>Begins whatever is shown of a caucus.</summary>
    internal const string OwnSide = "OWN SIDE";

    private const int Digits = 8;
    private static readonly TimeSpan Noticed = TimeSpan.FromMinutes(1);

    /// <summary>A name never stands without its party.</summary>
    internal static string Person(PersonAnswer person) => PlainLine.Of($"{person.Party}: {person.Office}");

    /// <summary>In the zone of this machine, with its offset, so that nobody takes one clock for another.</summary>
    internal static string Instant(DateTimeOffset instant) =>
        instant.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    internal static string Room(RoomAnswer room) =>
        $"{(room.IsOwnSide == true ? $"{OwnSide} " : "")}{room.Room[..Digits]}  with {Person(room.Counterpart)}: "
        + room.Words
        + string.Concat(room.Proposals.Where(IsWaiting)
            .Select(one => $"; {About(one)} {one.Words}"))
        + (room.Messages == 0 ? "" : $"; {room.Messages} messages")
        + (room.Waiting == 0 ? "" : $"; {room.Waiting} waiting here")
        + (room.Awaited.Count == 0 ? "" : "; messages that others have read are not here");

    internal static IEnumerable<(string Name, string Value)> Facts(RoomAnswer room)
    {
        yield return ("Room", room.Room);
        yield return ("State", room.Words);
        yield return ("With", Person(room.Counterpart));
        foreach (var fact in TermsText.Of(room))
            yield return fact;
        if (room.Follows is { } before)
            yield return ("In place of", $"room {before.Room[..Digits]}, {PlainLine.Of(before.Why)}: {before.Words}");
        if (room.FollowedBy is { } after)
            yield return ("Followed by", $"room {after[..Digits]}");
        foreach (var member in room.Members)
            yield return ("In it", $"{Person(member.Person)} ({member.Person.Mandate})" + (member.IsRecalled
                ? ", recalled by their party: they read until the keys change" : member.IsReplaced
                ? ", to come back with other keys, by their party's order" : ""));
        foreach (var pair in room.Pairs ?? [])
            yield return ("Counterparts", PairWords(pair));
        foreach (var fact in room.Proposals.Where(IsWaiting).SelectMany(Facts))
            yield return fact;
        foreach (var awaited in room.Awaited)
            yield return ("Not here",
                $"{awaited.Count} of {Person(awaited.Author)}, which {Person(awaited.ReadBy)} has read; known since "
                + $"{Instant(awaited.Since)}. On their way, or kept from us: ask if they do not come");
        foreach (var member in room.Members.Where(member => member.Person.IsOurs))
            yield return ("Leaf",
                $"{member.Leaf}: {PlainLine.Of(member.Person.Office)}, as an order of your party names it");
        foreach (var fact in OfKeys(room))
            yield return fact;
    }

    private static IEnumerable<(string Name, string Value)> OfKeys(RoomAnswer room)
    {
        if (room.Epoch is { } epoch)
            yield return ("Keys",
                $"changed {epoch} times; {(room.Turn == "ours" ? "we" : "they")} may change them next"
                + (room.TurnSince is { } since ? $", since {Instant(since)}" : ""));
        if (room.Tag is not null)
            yield return ("Compare", $"{room.Tag}: read aloud, it is the same at both ends of the room");
    }

    private static IEnumerable<(string Name, string Value)> Facts(ProposalAnswer proposal)
    {
        yield return ($"Proposed, {proposal.Number}", $"{About(proposal)}: {proposal.Words}"
            + (proposal.Reason.Length == 0 ? "" : $"; the reason given: {PlainLine.Of(proposal.Reason)}")
            + (proposal.Since is { } since ? $"; since {Instant(since)}" : ""));
        foreach (var change in proposal.Changes ?? [])
            yield return TermsText.Of(change);
    }

    /// <summary>Two opposite numbers, as a line.</summary>
    internal static string Pair(PairAnswer pair) => $"Counterparts: {PairWords(pair)}";

    /// <summary>What is due, as a line: the time first, then whose it is.</summary>
    internal static string Due(DueAnswer due) => $"{(due.State == nameof(DueState.Over) ? "OVER" : due.State)}, "
        + $"{Instant(due.At)}: {(due.IsOurs ? "ours" : "theirs")}, {due.Words} (matter {due.Number})";

    private static string PairWords(PairAnswer pair) => $"{Person(pair.Ours)} and {Person(pair.Theirs)}"
        + (pair is { IsSaidByUs: true, IsSaidByThem: true } ? ", both sides say so"
            : pair.IsSaidByUs ? ", as we say" : ", as they say");

    /// <summary>Which of an author's numbers are in an archive.</summary>
    internal static string Archived(ArchivedAnswer author) => $"numbers {author.First} to {author.Last}"
        + (author.Missing == 0 ? "" : $"; {author.Missing} between are not here: on their way, or not for this desk")
        + (author.Broken.Count == 0 ? "" : $"; NOT AS THEY WERE: {string.Join(", ", author.Broken)}")
        + (author.ReadOtherwise.Count == 0 ? ""
            : $"; READ OTHERWISE BY SOMEBODY: {string.Join(", ", author.ReadOtherwise)}");

    private static string About(ProposalAnswer proposal) =>
        proposal.Whom is { } whom ? Person(whom) : "other terms";

    private static bool IsWaiting(ProposalAnswer proposal) =>
        proposal.State is nameof(Rung.Written) or nameof(IntentState.Proposed) or nameof(IntentState.Consented);

    /// <summary>A message: who and when, then the words, indented so that nothing in them passes for a
    /// heading.</summary>
    internal static string Message(MessageAnswer message)
    {
        var missing = message.MissingBefore == 0 ? "" : $"  ({message.MissingBefore} before it are still on the way)";
        var unread = message.AnswersUnread == 0 ? ""
            : $"  (its author had read {message.AnswersUnread} of others that are not here)";
        var rung = message.Author.IsOurs ? $"  [{message.Rung}]" : "";
        var text = message.Act is { } act
            ? message.Text.Length == 0 || message.Text == act.Words ? $"** {act.Words}"
                : $"** {act.Words}: {message.Text}"
            : message.ErasedAfterDays is { } days ? TermsTelling.Erased(days) : message.Text;
        return $"{Whose(message)}{message.Order}  {Instant(message.Rungs[0].At)}  {Person(message.Author)}"
            + $"{Written(message)}{rung}{missing}{unread}\n  {Indented(text, 2)}";
    }

    /// <summary>Words of somebody, each line after the first so far from the edge that none passes for a
    /// heading.</summary>
    internal static string Indented(string text, int spaces) => PlainLine.Lines(text).ReplaceLineEndings("\n")
        .Replace("\n", "\n" + new string(' ', spaces), StringComparison.Ordinal);

    // Its author's clock is told where it says another minute than ours does: of a delay, or of a wrong clock.
    private static string Written(MessageAnswer message) =>
        (message.Rungs[0].At - message.Written).Duration() < Noticed ? ""
            : $"  (written {Instant(message.Written)} by their clock)";

    internal static string Further(MessageAnswer message) =>
        $"    {Whose(message)}message {message.Order} is {message.Rung}, {Instant(message.Rungs[^1].At)}";

    /// <summary>Nothing, in a room of both sides.</summary>
    internal static string Whose(MessageAnswer message) => message.IsOwnSide == true ? $"{OwnSide} " : "";
}
