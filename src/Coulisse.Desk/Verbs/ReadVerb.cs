using System.CommandLine;
using System.Text;
using System.Text.Json;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse read ROOM</c>: what was said so far.</summary>
internal static class ReadVerb
{
    internal static Command Build()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var after = After();
        var only = new Option<ulong?>("--message")
        {
            Description = "The words of this one message alone, byte for byte, without its author and time.",
            HelpName = "N",
        };
        var command = new Command("read",
            "Show what was said in a room: number, time by this desk's clock, author, words; how far our own are.\n"
            + "Example: coulisse read 3f") { room, desk, after, only, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var from = parsed.GetValue(only) is { } number ? number - Math.Min(number, 1) : parsed.GetValue(after);
            await foreach (var news in door.FollowAsync(
                DoorCaller.Of("/room/messages", parsed.GetValue(room)!, from), cancel))
            {
                if (news.Message is not { } message)
                    continue;
                if (parsed.GetValue(only) is { } wanted)
                    return Raw(message, wanted);
                Console.Out.WriteLine(parsed.GetValue(json)
                    ? JsonSerializer.Serialize(message, DoorJson.Default.MessageAnswer) : ScreenText.Message(message));
            }
            return parsed.GetValue(only) is null ? ExitCode.Success
                : throw new Refusal(ExitCode.SaidNo, "This room has no message of that number.");
        }));
        return command;
    }

    internal static Option<ulong> After() => new("--after")
    {
        Description = "Only what came after this message.",
        HelpName = "N",
        DefaultValueFactory = _ => 0,
    };

    private static ExitCode Raw(MessageAnswer message, ulong wanted)
    {
        if (message.Order != wanted)
            throw new Refusal(ExitCode.SaidNo, "This room has no message of that number.");
        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(message.Text));
        return ExitCode.Success;
    }
}
