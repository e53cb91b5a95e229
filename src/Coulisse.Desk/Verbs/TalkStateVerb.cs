using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Signals;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse talk-state ROOM</c>: what is open, and whose word is waited for.</summary>
internal static class TalkStateVerb
{
    internal static Command Build()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("talk-state",
            "Show what the acts in a room have come to: questions, read-backs, terms, red lines, promises, situation "
            + "reports, signals; whose word is waited for, what is due within a day, and what is over.\n"
            + "Example: coulisse talk-state 3f")
        { room, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var talk = await door.GetAsync(DoorCaller.Of("/room/talk", parsed.GetValue(room)!),
                DoorJson.Default.TalkAnswer, cancel);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(talk, DoorJson.Default.TalkAnswer));
            else
                Tell(talk);
            return ExitCode.Success;
        }));
        return command;
    }

    private static void Tell(TalkAnswer talk)
    {
        if (talk.Remarks is not null)
            Console.Out.WriteLine($"{ScreenText.OwnSide}: nobody of the other side reads this room.");
        foreach (var matter in talk.Matters.Where(one =>
            one.Kind is not (nameof(MatterKind.Remark) or nameof(MatterKind.Dissent))))
        {
            var due = matter.Due is { } at ? $", due {ScreenText.Instant(at)}" : "";
            var owes = matter.Owes is { } who ? $"; {who} have the word" : "";
            Console.Out.WriteLine($"{matter.Number}  {matter.Kind}, {matter.Stage}{due}{owes}");
            foreach (var part in matter.Parts ?? [])
                Console.Out.WriteLine($"    {(part.IsOurs ? "ours" : "theirs")}: {Became(part)}"
                    + (part is { At: { } said, HereSince: { } here }
                        ? $"; at {ScreenText.Instant(said)} by its side's word, here since {ScreenText.Instant(here)}"
                        : ""));
            foreach (var step in matter.Steps)
                Console.Out.WriteLine($"    {step.Number}  {ScreenText.Person(step.By)}: "
                    + ScreenText.Indented(step.Words, 8)
                    + (step.IsLate ? "  (late, by its author's clock)" : "")
                    + (step.WithoutEffect is { } why ? $"  (without effect: {why})" : ""));
        }
        TellAmongOurOwn(talk);
        foreach (var number in talk.Waiting)
            Console.Out.WriteLine($"{number}  refers to something that is not here yet");
        foreach (var pair in talk.Pairs)
            Console.Out.WriteLine(ScreenText.Pair(pair));
        TellDue(talk.Due);
        if (talk.Matters.Count + talk.Waiting.Count == 0)
            Console.Out.WriteLine("Nothing is asked, stated or promised in this room.");
    }

    private static void TellAmongOurOwn(TalkAnswer talk)
    {
        foreach (var about in (talk.Remarks ?? []).GroupBy(one => one.Subject))
        {
            Console.Out.WriteLine($"Remarks on {PlainLine.Of(about.Key)}");
            foreach (var one in about)
                Console.Out.WriteLine($"    {one.Place}  ({one.Number}) {ScreenText.Person(one.By)}: "
                    + ScreenText.Indented(one.Words, 8) + (one.Votes.Count == 0 ? "" : $"  [{Signed(one.Sum)}: "
                    + string.Join(", ", one.Votes.Select(vote => $"{ScreenText.Person(vote.By)} {Signed(vote.Value)}"))
                    + "]"));
        }
        foreach (var one in talk.Dissents ?? [])
            Console.Out.WriteLine($"Dissent of {ScreenText.Person(one.By)} ({one.Number}) from "
                + $"{PlainLine.Of(one.Subject)}: {ScreenText.Indented(one.Words, 8)}");
    }

    private static string Signed(int value) => value.ToString("+0;-0;0", CultureInfo.InvariantCulture);

    private static string Became(PartAnswer part) => Enum.Parse<Publication>(part.Became) switch
    {
        Publication.NotBound => "not bound to a text",
        Publication.NotYet => "bound to a text that is not opened yet",
        Publication.AsAgreed when part.IsHereLate =>
            "the text that was bound, of the agreed minute BY ITS SIDE'S WORD, and here only AFTER it",
        Publication.AsAgreed => "the text that was bound, in the agreed minute",
        Publication.Changed => "ANOTHER TEXT than the one that was bound",
        Publication.Early => "the text that was bound, BEFORE the agreed minute",
        Publication.Late => "the text that was bound, AFTER the agreed minute",
        Publication.Missing => "NOT OPENED, and the minute has passed",
        _ => throw new UnreachableException(),
    };

    private static void TellDue(IReadOnlyList<DueAnswer> due)
    {
        var shown = DueTelling.Shown(due);
        foreach (var one in shown)
            Console.Out.WriteLine(ScreenText.Due(one));
        if (due.Count > shown.Count)
            Console.Out.WriteLine($"  and {due.Count - shown.Count} earlier situation reports that did not come");
    }
}
