using System.CommandLine;
using System.Text.Json;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Desk.Rooms;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse say ROOM</c>: words from a prompt, a pipe or a file; never from an argument, which others on
/// the machine can see.</summary>
internal static class SayVerb
{
    internal static Command Build()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var file = new Option<string?>("--file")
        {
            Description = "Say what this file holds, byte for byte; otherwise what is typed or piped in.",
            HelpName = "FILE",
        };
        var precedence = Precedence();
        var (again, here) = (Again(), Here());
        var wait = new Option<int>("--wait")
        {
            Description = "Seconds to wait until it is at our station; it is kept and sent in any case.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 5,
        };
        var command = new Command("say",
            "Say something in a room. It is on this desk's disk when the command ends, and goes when it can.\n"
            + "If you were cut off, say it again: what was taken is not said twice without --again.\n"
            + "What was said in another room of yours is stopped and asked about; --this-room says it here.\n"
            + "Type it and end with Ctrl-D on a line of its own, or pipe it in.\n"
            + "Example: coulisse say 3f --precedence immediate < note.txt") { room, desk, file, precedence,
                again, here, wait, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var (name, isHere) = (parsed.GetValue(room)!, parsed.GetValue(here));
            var said = await SayAsync(door, name, Words(parsed.GetValue(file), isHere),
                parsed.GetRequiredValue(precedence), isHere, cancel, once: !parsed.GetValue(again));
            said = await UntilAtStationAsync(door, name, said, TimeSpan.FromSeconds(parsed.GetValue(wait)), cancel);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(said, DoorJson.Default.MessageAnswer));
            else
                Console.Out.WriteLine($"{ScreenText.Whose(said)}Message {said.Order} is " + (said.Rung
                    == DoorWords.Of(Rung.Written) ? await WaitingAsync(door, cancel) : $"{said.Rung}."));
            return said.Rung == DoorWords.Of(Rung.CameBack) ? ExitCode.SaidNo : ExitCode.Success;
        }));
        return command;
    }

    // Somebody has to make room, and will only if they hear of it here: whoever speaks may not look at the line.
    private static async Task<string> WaitingAsync(DoorClient door, CancellationToken cancel)
    {
        var line = await door.GetAsync("/line", DoorJson.Default.LineAnswer, cancel);
        return "written here, and goes when our station takes it."
            + (line.Cause == "our-station-disk" ? " " + line.Words : "");
    }

    private static Option<bool> Again() => new("--again")
    {
        Description = "Say it even if these very words were the last that were said from here.",
    };

    /// <summary>Answers the question whether another room was meant.</summary>
    internal static Option<bool> Here() => new("--this-room")
    {
        Description = "Yes, here: words that were said in another room too. Without words it says those that were "
            + "stopped, as they were typed.",
    };

    internal static Option<string> Precedence() => new("--precedence", "-p")
    {
        Description = "routine, priority, immediate or flash: how fast, not how important.",
        HelpName = "PRECEDENCE",
        DefaultValueFactory = _ => "routine",
    };

    internal static async Task<MessageAnswer> SayAsync(
        DoorClient door, string room, byte[] words, string precedence, bool isHere, CancellationToken cancel,
        bool once = false)
    {
        using var content = new ByteArrayContent(words);
        content.Headers.Add(DoorHeaders.Precedence, precedence);
        if (once) // somebody who was cut off cannot know whether their words were taken
            content.Headers.Add(DoorHeaders.Once, "yes");
        content.Headers.Add(DoorHeaders.Room, isHere ? DoorHeaders.ThisRoom : DoorHeaders.AskRoom);
        return await door.PostAsync(DoorCaller.Of("/room/messages", room), content, DoorJson.Default.MessageAnswer,
            cancel);
    }

    private static async Task<MessageAnswer> UntilAtStationAsync(
        DoorClient door, string room, MessageAnswer said, TimeSpan patience, CancellationToken cancel)
    {
        if (patience <= TimeSpan.Zero)
            return said;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        enough.CancelAfter(patience);
        try
        {
            await foreach (var news in door.FollowAsync(DoorCaller.Of("/room/news", room, said.Order - 1),
                enough.Token))
            {
                if ((news.Message ?? news.Further) is { } message && message.Order == said.Order
                    && message.Rung != DoorWords.Of(Rung.Written))
                    return message;
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // not there yet; it goes without us
        }
        return said;
    }

    /// <summary>What is in the file, piped in or typed; who answers a question at a terminal types nothing.</summary>
    internal static byte[] Words(string? file, bool isHere)
    {
        if (file is not null)
            return InputFile.Read(file, RoomMessage.TextBytesMax);
        if (isHere && !Console.IsInputRedirected)
            return [];
        if (!Console.IsInputRedirected)
            Console.Error.WriteLine("Type what is to be said; end with Ctrl-D on a line of its own.");
        using var typed = new MemoryStream();
        Console.OpenStandardInput().CopyTo(typed);
        var words = typed.ToArray();
        return words is [.. var all, (byte)'\n'] ? all : words; // the line end of the shell is not part of it
    }
}
