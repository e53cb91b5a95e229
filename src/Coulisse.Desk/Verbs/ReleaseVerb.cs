using System.CommandLine;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Talks.Acts;
using Coulisse.Terminal;
using static Coulisse.Desk.Verbs.TalkActVerb;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse release</c>: both publish in one minute, each bound to a text that the other has not
/// seen.</summary>
internal static class ReleaseVerb
{
    internal static Command Build() => new("release",
        "Publish together: each side is bound to its text by a hash, both open theirs in the agreed minute, and "
        + "'coulisse talk-state' shows what was changed, early, late or missing.")
    {
        TalkActVerb.Build("offer", "ReleaseOffered", "Offer it, and bind your side to its text, which this desk keeps. "
            + "Two lines, 'subject:' and 'minute:' with the clock there and its zone; an empty line; the text.\n"
            + "Example: printf 'subject: The bridge\\nminute: 2031-05-09 12:00 UTC\\n\\nThe bridge opens.' | "
            + "coulisse release offer 3f", Says.Words),
        TalkActVerb.Build("join", "ReleaseJoined", "Agree to the minute, and bind your side to its own text.\n"
            + "Example: coulisse release join 3f --to 70 --file ours.txt", Says.Words),
        TalkActVerb.Build("call-off", "ReleaseCalledOff", "Say that nothing is published together; from a file, why. "
            + "Nothing is called off any more once a text is open.\n"
            + "Example: coulisse release call-off 3f --to 70", Says.Perhaps),
        Open(),
        OpenTextVerb.Build("release", "the text that our side is bound to; before the minute too, so that the seal and "
            + "the page are ready"),
    };

    private static Command Open()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var to = OpenTextVerb.To();
        var command = new Command("open", "Open our text to the other side in the agreed minute: the command waits for "
            + "it, and opens nothing if it is ended before.\nExample: coulisse release open 3f --to 70")
        {
            room, to, desk, json,
        };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            var (folder, name) = (parsed.GetRequiredValue(desk), parsed.GetValue(room)!);
            var number = parsed.GetRequiredValue(to);
            await UntilMinuteAsync(folder, name, number, cancel);
            await DoAsync(folder, name, new(nameof(ActKind.ReleaseRevealed), number, "en", "", 0, "immediate",
                IsHere: true), parsed.GetValue(json), cancel);
            return ExitCode.Success;
        }));
        return command;
    }

    // In steps: a machine that slept meanwhile has another idea of how long is left.
    private static async Task UntilMinuteAsync(string folder, string room, ulong number, CancellationToken cancel)
    {
        var talk = await StateAsync(folder, room, cancel);
        if (talk.Matters.FirstOrDefault(one => one.Number == number
            || one.Steps.Any(step => step.Number == number)) is not { Stage: "Bound", Due: { } minute })
            return; // the desk says why
        if (minute > TimeProvider.System.GetUtcNow())
            Console.Error.WriteLine($"Our text is opened at {ScreenText.Instant(minute)}. To leave it closed: Ctrl-C.");
        while (minute - TimeProvider.System.GetUtcNow() is var left && left > TimeSpan.Zero)
            await Task.Delay(left < Step ? left : Step, TimeProvider.System, cancel);
    }

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private static async Task<TalkAnswer> StateAsync(string folder, string room, CancellationToken cancel)
    {
        using var door = new DoorClient(folder);
        return await door.GetAsync(DoorCaller.Of("/room/talk", room), DoorJson.Default.TalkAnswer, cancel);
    }
}
