using System.CommandLine;
using System.Text.Json;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse follow ROOM</c>: what is said, as it comes, until it is ended.</summary>
internal static class FollowVerb
{
    internal static Command Build()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var after = ReadVerb.After();
        var command = new Command("follow",
            "Show what was said in a room and then whatever comes, until you end it with Ctrl-C: messages, how far\n"
            + "our own are, how the line is, and what is due or over.\nExample: coulisse follow 3f --after 40")
        { room, desk, after, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            await FollowAsync(door, parsed.GetValue(room)!, parsed.GetValue(after), parsed.GetValue(json), cancel);
            return ExitCode.Success;
        }));
        return command;
    }

    /// <summary>Until the caller has enough; that the desk was closed is said.</summary>
    internal static async Task FollowAsync(
        DoorClient door, string room, ulong after, bool json, CancellationToken cancel)
    {
        try
        {
            await foreach (var news in door.FollowAsync(DoorCaller.Of("/room/news", room, after)
                + $"&{DoorServer.DueQuery}=yes", cancel))
                Console.Out.WriteLine(json ? JsonSerializer.Serialize(news, DoorJson.Default.NewsAnswer) : Text(news));
            throw new Refusal(ExitCode.NotThere, "The desk was closed.");
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // as asked
        }
    }

    private static string Text(NewsAnswer news) => news switch
    {
        { Message: { } message } => ScreenText.Message(message),
        { Further: { } message } => ScreenText.Further(message),
        { Room: { } room } => room.IsOwnSide == true ? $"-- {ScreenText.OwnSide}: caucus {room.Room[..8]}: {room.Words}"
            : $"-- Room {room.Room[..8]} with {ScreenText.Person(room.Counterpart)}: {room.Words}",
        { Line: { } line } => $"-- Line: {line.State}. {line.Words}",
        { Due: { } due } => $"-- {ScreenText.Due(due)}",
        { Alarm: { } alarm } => $"-- ALARM: {alarm.Words}",
        _ => "",
    };
}
