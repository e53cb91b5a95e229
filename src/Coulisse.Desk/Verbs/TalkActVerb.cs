using System.CommandLine;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Desk.Rooms;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary>What the verbs of a talk have in common: a room, a message that is spoken of, and words from a prompt, a
/// pipe or a file; never from an argument, which others on the machine can see.</summary>
internal static class TalkActVerb
{
    /// <summary>A verb that does an act.</summary>
    /// <param name="name">As it is typed.</param>
    /// <param name="kind">Which act.</param>
    /// <param name="words">What it does, and how it is typed.</param>
    /// <param name="says">Whether it asks for words.</param>
    internal static Command Build(string name, string kind, string words, Says says)
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var (to, file, language, within, precedence) = (To(), File(), Language(), Within(), SayVerb.Precedence());
        var here = SayVerb.Here();
        var command = new Command(name, words) { room, to, desk, language, precedence, json };
        if (says != Says.Nothing)
        {
            command.Add(file);
            command.Add(here);
        }
        if (kind == "ReadBackSaid")
            command.Add(within);
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            // What may be left without words takes them from a file alone, so that it does not wait for any.
            var typed = says == Says.Words || (says == Says.Perhaps && parsed.GetValue(file) is not null)
                ? SayVerb.Words(parsed.GetValue(file), parsed.GetValue(here)) : [];
            var asked = new TalkQuestion(kind, parsed.GetValue(to), parsed.GetRequiredValue(language), Text(typed),
                parsed.GetValue(within) is var minutes and > 0 ? minutes : 120, parsed.GetRequiredValue(precedence),
                says == Says.Nothing || parsed.GetValue(here));
            await DoAsync(parsed.GetRequiredValue(desk), parsed.GetValue(room)!, asked, parsed.GetValue(json), cancel);
            return ExitCode.Success;
        }));
        return command;
    }

    /// <summary>Does it at the desk that is open in a folder, and says what came of it.</summary>
    internal static async Task DoAsync(
        string desk, string room, TalkQuestion asked, bool json, CancellationToken cancel)
    {
        using var door = new DoorClient(desk);
        var said = await door.PostAsync(DoorCaller.Of("/room/act", room),
            JsonContent.Create(asked, DoorJson.Default.TalkQuestion), DoorJson.Default.MessageAnswer, cancel);
        Console.Out.WriteLine(json ? JsonSerializer.Serialize(said, DoorJson.Default.MessageAnswer)
            : $"{ScreenText.Whose(said)}Message {said.Order} is written here, and counts once our station has taken "
                + "it.");
    }

    /// <summary>Whether a verb asks for words.</summary>
    internal enum Says
    {
        /// <summary>It needs none.</summary>
        Nothing,

        /// <summary>It may have some, from a file.</summary>
        Perhaps,

        /// <summary>It needs them.</summary>
        Words,
    }

    /// <exception cref="Refusal">It is no text, or too long.</exception>
    internal static string Text(byte[] typed) => typed.Length > RoomMessage.TextBytesMax || !Utf8.IsValid(typed)
        ? throw new Refusal(ExitCode.Usage, "What is said is text in UTF-8, at most 61,440 bytes; this is not.")
        : Encoding.UTF8.GetString(typed).Trim();

    internal static Option<ulong?> To() => new("--to")
    {
        Description = "The message that you speak of, by its number in 'coulisse read' or 'coulisse talk-state'.",
        HelpName = "NUMBER",
    };

    internal static Option<string?> File() => new("--file")
    {
        Description = "The words are in this file; otherwise they are typed or piped in, where they are needed.",
        HelpName = "FILE",
    };

    internal static Option<string> Language() => new("--language", "-l")
    {
        Description = "The language of the words, by its tag, as en, ru or zh-Hant.",
        HelpName = "TAG",
        DefaultValueFactory = _ => "en",
    };

    private static Option<int> Within() => new("--answer-within")
    {
        Description = "Minutes in which an answer is asked for. Silence is never consent.",
        HelpName = "MINUTES",
        DefaultValueFactory = _ => 120,
    };
}
