using System.CommandLine;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary>Writes a text of a talk as an item file, which the page of one's own side takes up as a draft of a
/// statement; it becomes public when the seal has signed it.</summary>
internal static class OpenTextVerb
{
    internal static Command Build(string verb, string what)
    {
        var (room, desk, to) = (DeskOptions.Room(), DeskOptions.Desk(), To());
        var language = new Option<string>("--language", "-l")
        {
            Description = "The language of a text that names none, by its tag, as en, ru or zh-Hant.",
            HelpName = "TAG",
            DefaultValueFactory = _ => "en",
        };
        var output = new Option<string>("--out")
        {
            Description = "Where to write. Never replaces a file.",
            HelpName = "FILE",
            Required = true,
        };
        var json = new JsonOption<WrittenAnswer>(DeskJson.Default.WrittenAnswer);
        var command = new Command("hand-over", $"Write for the page of our own side {what}: an item file, a statement "
            + "with an edition for each language. Its title is the first line; the editor may change it before the "
            + "seal signs.\nThen: coulisse page import FILE, and as with any statement.\n"
            + $"Example: coulisse {verb} hand-over 3f --to 60 --out statement.json")
        {
            room, to, language, output, desk, json,
        };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            var path = parsed.GetRequiredValue(output);
            OutputFile.RefuseExisting(path);
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var texts = await door.GetAsync(DoorCaller.Of("/room/open-text", parsed.GetValue(room)!)
                + $"&to={parsed.GetRequiredValue(to)}"
                + $"&language={Uri.EscapeDataString(parsed.GetRequiredValue(language))}",
                DoorJson.Default.IReadOnlyListOpenTextAnswer, cancel);
            OutputFile.WritePrivate(path, ItemFile.Of(texts));
            json.Write(parsed, new(path), $"Written: {path}. The page takes it up with: coulisse page import {path}");
            return ExitCode.Success;
        }));
        return command;
    }

    internal static Option<ulong> To() => new("--to")
    {
        Description = "The message of the signal or release, by its number in 'coulisse talk-state'.",
        HelpName = "NUMBER",
        Required = true,
    };
}
