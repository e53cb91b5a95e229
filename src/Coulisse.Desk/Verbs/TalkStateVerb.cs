using System.CommandLine;
using System.Text.Json;
using Coulisse.Desk.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse talk-state ROOM</c>: what is open, and whose word is waited for.</summary>
internal static class TalkStateVerb
{
    internal static Command Build()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("talk-state",
            "Show what the acts in a room have come to: questions, read-backs, terms, red lines, promises; whose word "
            + "is waited for, and by when.\nExample: coulisse talk-state 3f") { room, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var talk = await door.GetAsync(DoorClient.Of("/room/talk", parsed.GetValue(room)!),
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
        foreach (var matter in talk.Matters)
        {
            var due = matter.Due is { } at ? $", due {ScreenText.Instant(at)}" : "";
            var owes = matter.Owes is { } who ? $"; {who} have the word" : "";
            Console.Out.WriteLine($"{matter.Number}  {matter.Kind}, {matter.Stage}{due}{owes}");
            foreach (var step in matter.Steps)
                Console.Out.WriteLine($"    {step.Number}  {ScreenText.Person(step.By)}: "
                    + ScreenText.Indented(step.Words, 8)
                    + (step.WithoutEffect is { } why ? $"  (without effect: {why})" : ""));
        }
        foreach (var number in talk.Waiting)
            Console.Out.WriteLine($"{number}  refers to something that is not here yet");
        if (talk.Matters.Count + talk.Waiting.Count == 0)
            Console.Out.WriteLine("Nothing is asked, stated or promised in this room.");
    }
}
