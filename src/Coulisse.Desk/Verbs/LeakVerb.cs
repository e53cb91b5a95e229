using System.CommandLine;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Coulisse.Desk.Door;
using Coulisse.Desk.Leaks;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse leak</c>: a report against what was said and copied, at this desk alone.</summary>
internal static class LeakVerb
{
    internal static Command Build() => new("leak",
        "Compare a report with what was said in the rooms of this desk and copied from them. It shows which sentences\n"
        + "are like which words, and which copies are consistent with that: never who did it. Nothing leaves this "
        + "desk.")
    {
        Add(),
        Show(),
        List(),
        Claim(),
        Line(),
    };

    private static Command Add()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The report as text in UTF-8, as 'coulisse page export' writes it too, or an item file.",
        };
        var (desk, json) = (DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("add", "Take a report up, and compare it.\nExample: coulisse leak add report.txt")
        {
            file, desk, json,
        };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            var path = parsed.GetRequiredValue(file);
            var text = ReportText.Of(InputFile.Read(path, ReportText.FileBytesMax))
                ?? throw new Refusal(ExitCode.NotReadable, $"{path} is neither text in UTF-8 nor an item file.");
            var bytes = Encoding.UTF8.GetBytes(text);
            if (bytes.Length > LeakRecord.TextBytesMax)
                throw new Refusal(ExitCode.Usage, $"{path} is longer than {LeakRecord.TextBytesMax} bytes; take it "
                    + "up in "
                    + "several.");
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            using var content = new ByteArrayContent(bytes);
            return Tell(await door.PostAsync($"/leaks?name={Uri.EscapeDataString(Path.GetFileName(path))}", content,
                DoorJson.Default.LeakAnswer, cancel), parsed.GetValue(json));
        }));
        return command;
    }

    private static Command Show()
    {
        var (number, desk, json) = (Number(), DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("show", "Compare a report anew, and show what our side says of it.\n"
            + "Example: coulisse leak show 1")
        { number, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            return Tell(await door.GetAsync($"/leak?number={parsed.GetRequiredValue(number)}",
                DoorJson.Default.LeakAnswer, cancel), parsed.GetValue(json));
        }));
        return command;
    }

    private static Command List()
    {
        var (desk, json) = (DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("list", "Show the reports that were taken up.\nExample: coulisse leak list")
        {
            desk, json,
        };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var leaks = await door.GetAsync("/leaks", DoorJson.Default.IReadOnlyListLeakAnswer, cancel);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(leaks, DoorJson.Default.IReadOnlyListLeakAnswer));
            else
                Facts.Write(leaks.Count == 0 ? "No report was taken up at this desk." : "Reports:",
                    leaks.Select(one => ($"{one.Number}", $"{PlainLine.Of(one.Name)}, {ScreenText.Instant(one.At)}")));
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Claim()
    {
        var (number, desk, json) = (Number(), DeskOptions.Desk(), DeskOptions.Json());
        var sentence = new Option<int>("--sentence")
        {
            Description = "Which sentence, by its number in 'coulisse leak show'.",
            HelpName = "N",
            Required = true,
        };
        var mark = new Option<string>("--mark")
        {
            Description = "accurate, inaccurate, or not-ours (to say).",
            HelpName = "MARK",
            Required = true,
        };
        var command = new Command("claim", "Mark a sentence of a report, for our own side: whether it is so.\n"
            + "Example: coulisse leak claim 1 --sentence 4 --mark inaccurate")
        { number, sentence, mark, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(() => SayAsync(parsed.GetRequiredValue(desk),
            new(parsed.GetRequiredValue(number), parsed.GetRequiredValue(sentence), parsed.GetRequiredValue(mark),
                null), parsed.GetValue(json), cancel)));
        return command;
    }

    private static Command Line()
    {
        var (number, desk, json) = (Number(), DeskOptions.Desk(), DeskOptions.Json());
        var file = new Option<string?>("--file")
        {
            Description = "It is in this file; otherwise it is typed or piped in.",
            HelpName = "FILE",
        };
        var command = new Command("line", "Write what our side says to the press, in place of an earlier line; kept "
            + "here beside the report.\nExample: coulisse leak line 1 --file line.txt")
        { number, file, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(() =>
        {
            var words = SayVerb.Words(parsed.GetValue(file), isHere: false);
            if (words.Length > LeakRecord.LineBytesMax || !Utf8.IsValid(words))
                throw new Refusal(ExitCode.Usage,
                    $"A line for the press is text in UTF-8, at most {LeakRecord.LineBytesMax} bytes.");
            return SayAsync(parsed.GetRequiredValue(desk), new(parsed.GetRequiredValue(number), null, null,
                Encoding.UTF8.GetString(words).Trim()), parsed.GetValue(json), cancel);
        }));
        return command;
    }

    private static async Task<ExitCode> SayAsync(string desk, LeakWord word, bool json, CancellationToken cancel)
    {
        using var door = new DoorClient(desk);
        return Tell(await door.PostAsync("/leak", JsonContent.Create(word, DoorJson.Default.LeakWord),
            DoorJson.Default.LeakAnswer, cancel), json);
    }

    private static Argument<ulong> Number() => new("NUMBER")
    {
        Description = "Which report, by its number in 'coulisse leak list'.",
    };

    private static ExitCode Tell(LeakAnswer leak, bool json)
    {
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(leak, DoorJson.Default.LeakAnswer));
        else
            LeakText.Write(leak, Console.Out);
        return ExitCode.Success;
    }
}
