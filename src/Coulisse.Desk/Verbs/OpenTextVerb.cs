using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary>Writes a text of a talk as an item file, which the page of one's own side takes up as a draft of a
/// statement; it becomes public when the seal has signed it.</summary>
internal static class OpenTextVerb
{
    private const int TitleCharactersMax = 300;

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
        var command = new Command("hand-over", $"Write for the page of our own side {what}: an item file, a statement "
            + "with an edition for each language. Its title is the first line; the editor may change it before the "
            + "seal signs.\nThen: coulisse page import FILE, and as with any statement.\n"
            + $"Example: coulisse {verb} hand-over 3f --to 60 --out statement.json")
        {
            room, to, language, output, desk,
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
            OutputFile.WritePrivate(path, JsonSerializer.SerializeToUtf8Bytes(ItemOf(texts), Json.ItemFile));
            Console.Out.WriteLine($"Written: {path}. The page takes it up with: coulisse page import {path}");
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

    /// <summary>As protocol/item-file.md says it.</summary>
    internal sealed record ItemFile(string Kind, string Original, IReadOnlyList<ItemEdition> Editions);

    /// <summary>A text in one language.</summary>
    internal sealed record ItemEdition(string Language, string Standing, string Title, IReadOnlyList<string> Body);

    // Both sides have agreed to each of the languages of a signal: none is a translation of another.
    private static ItemFile ItemOf(IReadOnlyList<OpenTextAnswer> texts) => new("statement", texts[0].Language,
        [.. texts.Select(one => EditionOf(one.Language, one.Text.ReplaceLineEndings("\n").Trim()))]);

    private static ItemEdition EditionOf(string language, string text)
    {
        var lines = text.Split('\n', 2);
        var title = lines[0].Trim();
        var isHeading = lines.Length == 2 && title.Length <= TitleCharactersMax;
        return new(language, "authentic", title.Length <= TitleCharactersMax ? title : Begin(title) + "…",
            (isHeading ? lines[1] : text).Split("\n\n", StringSplitOptions.TrimEntries
                | StringSplitOptions.RemoveEmptyEntries));
    }

    // Between words where there are any, and never within a character.
    private static string Begin(string line)
    {
        var cut = line.LastIndexOf(' ', TitleCharactersMax - 2);
        cut = cut > 0 ? cut : TitleCharactersMax - 2;
        return line[..(char.IsLowSurrogate(line[cut]) ? cut - 1 : cut)].TrimEnd();
    }

    private static readonly OpenTextJson Json = new(new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}

/// <summary>How it is written.</summary>
[JsonSerializable(typeof(OpenTextVerb.ItemFile))]
internal sealed partial class OpenTextJson : JsonSerializerContext;
