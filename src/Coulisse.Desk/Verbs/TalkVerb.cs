using System.CommandLine;
using System.Text;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse talk ROOM</c>: reads along and says what is typed, a line at a time.</summary>
internal static class TalkVerb
{
    internal static Command Build()
    {
        var (room, desk) = (DeskOptions.Room(), DeskOptions.Desk());
        var (after, precedence) = (ReadVerb.After(), SayVerb.Precedence());
        var command = new Command("talk",
            "Read along in a room and write into it: each line that you type is one message. End with Ctrl-D.\n"
            + "Example: coulisse talk 3f") { room, desk, after, precedence };
        command.SetAction((parsed, cancel) => Verb.RunAsync(() => TalkAsync(parsed.GetRequiredValue(desk),
            parsed.GetValue(room)!, parsed.GetValue(after), parsed.GetRequiredValue(precedence), cancel)));
        return command;
    }

    private static async Task<ExitCode> TalkAsync(
        string folder, string room, ulong after, string precedence, CancellationToken cancel)
    {
        using var door = new DoorClient(folder);
        _ = await door.GetAsync(DoorCaller.Of("/room", room), DoorJson.Default.RoomAnswer, cancel); // is there one?
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var following = FollowVerb.FollowAsync(door, room, after, json: false, enough.Token);
        var typing = Task.Run(() => TypeAsync(door, room, precedence, enough.Token), cancel);
        await Task.WhenAny(following, typing);
        if (following.IsFaulted)
            await following; // the desk was closed, or there is no such room: a line half typed is not waited for
        await typing;
        await enough.CancelAsync();
        await following;
        return ExitCode.Success;
    }

    private static async Task TypeAsync(DoorClient door, string room, string precedence, CancellationToken cancel)
    {
        var stopped = ""; // the same line again says that it is meant for this room
        while (!cancel.IsCancellationRequested && Console.In.ReadLine() is { } line)
        {
            if (line.Length == 0)
                continue;
            try
            {
                await SayVerb.SayAsync(door, room, Encoding.UTF8.GetBytes(line), precedence, line == stopped, cancel);
                stopped = "";
            }
            catch (Refusal refused) when (refused.Code == ExitCode.SaidNo)
            {
                Verb.Say(refused.Message);
                stopped = line;
            }
        }
    }
}
