using System.CommandLine;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Coulisse.Desk.Door;
using Coulisse.Desk.Rooms;
using Coulisse.Door;
using Coulisse.Terminal;
using Coulisse.Wire.Statements;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse told</c>: what our side told each counterpart, promised, and said in public on one subject. It
/// is computed at the desk, of what it has; nothing of it leaves.</summary>
internal static class ToldVerb
{
    internal static Command Build()
    {
        var (desk, json) = (DeskOptions.Desk(), DeskOptions.Json());
        var (file, said) = (Words(), Said());
        var command = new Command("told", "Show side by side what our side told in each room of this desk, promised, "
            + "and said in public on one\nsubject: sentences that are like each other in one row, words that differ "
            + "between them in ‹ ›. The subject\nis the words that are typed or piped in, one or a phrase a line.\n"
            + "Example: echo bridge | coulisse told --said statement.txt")
        { file, said, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            var typed = SayVerb.Words(parsed.GetValue(file), isHere: false);
            var subject = Utf8.IsValid(typed) && typed.Length <= RoomMessage.TextBytesMax
                ? Encoding.UTF8.GetString(typed)
                : throw new Refusal(ExitCode.Usage, "The words of a subject are text in UTF-8, at most 61,440 bytes.");
            var open = (parsed.GetValue(said) ?? []).Select(path => new ToldFile(Path.GetFileName(path),
                Convert.ToBase64String(InputFile.Read(path, StatementLimits.FileBytesMax)))).ToList();
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var told = await door.PostAsync("/told", JsonContent.Create(new ToldQuestion(subject, open),
                DoorJson.Default.ToldQuestion), DoorJson.Default.ToldAnswer, cancel);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(told, DoorJson.Default.ToldAnswer));
            else
                Write(told);
            return ExitCode.Success;
        }));
        return command;
    }

    private static void Write(ToldAnswer told)
    {
        foreach (var row in told.Rows)
        {
            Console.Out.WriteLine(row.IsAlone ? "Said in one place only:"
                : row.Differs ? "Said in several places, and DIFFERENTLY:" : "Said alike in several places:");
            foreach (var one in row.Sentences)
                Console.Out.WriteLine($"    {PlainLine.Of(one.Place)}, {one.Number}: {PlainLine.Of(one.Text)}"
                    + (one.Differing.Count == 0 ? ""
                        : $"  ‹{string.Join("› ‹", one.Differing.Select(PlainLine.Of))}›"));
        }
        Console.Out.WriteLine(told.Rows.Count == 0 ? "Nothing of ours on that subject is at this desk."
            : "Only what this desk has said, promised or was given is compared, by its words: what was said in other "
                + "words or another language stands in a row of its own.");
    }

    private static Option<string?> Words() => new("--file")
    {
        Description = "The words of the subject are in this file; otherwise they are typed or piped in.",
        HelpName = "FILE",
    };

    private static Option<string[]> Said() => new("--said")
    {
        Description = "What our side said in public: a signed statement, an item file, or text; once for each.",
        HelpName = "FILE",
    };
}
