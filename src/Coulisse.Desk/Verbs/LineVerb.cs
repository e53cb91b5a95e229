using System.CommandLine;
using System.Text.Json;
using Coulisse.Desk.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse line</c>: how the line is, who is on it, what waits.</summary>
internal static class LineVerb
{
    internal static Command Build()
    {
        var (desk, json) = (DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("line",
            "Show how each line is and why, who is on it, what waits here, and every room.\nExample: coulisse line")
        {
            desk, json, LineCharterVerbs.Build(),
        };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var line = await door.GetAsync("/line", DoorJson.Default.LineAnswer, cancel);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(line, DoorJson.Default.LineAnswer));
            else
                foreach (var one in line.All)
                    Facts.Write($"{one.We.Party} and {one.Them}: {one.State}.", Of(one));
            return ExitCode.Success;
        }));
        return command;
    }

    private static IEnumerable<(string Name, string Value)> Of(LineAnswer line)
    {
        yield return ("Why", line.Words);
        yield return ("Since", ScreenText.Instant(line.Since));
        yield return ("Waiting here", line.Waiting == 0 ? "nothing" : $"{line.Waiting} to reach our station");
        yield return ("This desk", ScreenText.Person(line.We));
        if (line.Charters?.InForce is { } held)
            yield return ("Terms", $"{held.Number}, {PlainLine.Of(held.Terms.Purpose)}; see: coulisse line charter");
        foreach (var one in line.Charters?.Proposals ?? [])
            yield return ("Proposed terms", $"{one.Number}, in room {one.Room[..8]}: {one.Words}");
        foreach (var one in line.Theirs)
            yield return ("Their desk", $"{ScreenText.Person(one)}, {one.Desk[..8]}");
        foreach (var room in line.Rooms)
            yield return ("Room", ScreenText.Room(room));
        foreach (var caucus in line.Caucuses ?? [])
            yield return ("Caucus", ScreenText.Room(caucus));
        foreach (var warning in line.Warnings)
            yield return ("Mind", warning);
        foreach (var alarm in line.Alarms)
            yield return ("ALARM", $"{ScreenText.Instant(alarm.At)}: {alarm.Words}");
    }
}
