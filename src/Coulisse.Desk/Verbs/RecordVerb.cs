using System.CommandLine;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Talks.Acts;
using Coulisse.Terminal;
using Coulisse.Wire.Records;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse record</c>: what both sides sign, so that anybody can verify it.</summary>
internal static class RecordVerb
{
    private const int WordsBytesMax = 4 * (ActLimits.TextScalarsMax + 2 * ActLimits.NameScalarsMax);

    internal static Command Build() => new("record",
        "Put a passage of a room, or minutes of it, on record: one side signs and proposes it, the other sees it\n"
        + "whole and countersigns, declines, or leaves it. Anybody verifies the file, offline: coulisse verify FILE.\n"
        + "What nobody has countersigned stays the room's.")
    {
        Propose(),
        Show(),
        Sign(),
        TalkActVerb.Build("decline", "RecordDeclined", "Say that it is not to be on record; from a file, why. Their "
            + "signature stays where it is.\nExample: coulisse record decline 3f --to 40 --file why.txt",
            TalkActVerb.Says.Perhaps),
        List(),
        Write(),
    };

    private static Command Propose()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var messages = MessageNumbers.Option("The passage, in the order of the record");
        var (file, here) = (Words(), SayVerb.Here());
        var language = new Option<string>("--language", "-l")
        {
            Description = "The language of subject and minutes, by its tag, as en, ru or zh-Hant.",
            HelpName = "TAG",
            DefaultValueFactory = _ => "en",
        };
        var command = new Command("propose", "Make a text for the record and show it whole; nothing is signed by "
            + "that. What is typed or piped in is the subject and, behind an empty line, minutes if there are to be "
            + "any.\n"
            + "Example: echo 'The bridge' | coulisse record propose 3f --messages 3-7,9\n"
            + "Then, to sign it first: coulisse record sign 3f DIGITS")
        { room, messages, file, language, here, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            var numbers = MessageNumbers.In(parsed.GetValue(messages), RecordLimits.MessagesMax);
            var typed = SayVerb.Words(parsed.GetValue(file), isHere: false);
            if (typed.Length > WordsBytesMax || !Utf8.IsValid(typed))
                throw new Refusal(ExitCode.Usage, "Subject and minutes are text in UTF-8: 120 and 8,000 characters.");
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var asked = JsonContent.Create(new RecordQuestion(numbers, parsed.GetRequiredValue(language),
                Encoding.UTF8.GetString(typed), parsed.GetValue(here)), DoorJson.Default.RecordQuestion);
            Tell(await door.PostAsync(DoorCaller.Of("/room/record", parsed.GetValue(room)!), asked,
                DoorJson.Default.RecordTextAnswer, cancel), parsed.GetValue(room)!, parsed.GetValue(json));
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Show()
    {
        var (room, desk, json, to) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json(), To());
        var command = new Command("show", "Show whole what was proposed for the record, as this desk makes it of its "
            + "own messages, and how it is countersigned.\nExample: coulisse record show 3f --to 40")
        { room, to, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            Tell(await door.GetAsync(Place("/room/record", parsed.GetValue(room)!, parsed.GetRequiredValue(to)),
                DoorJson.Default.RecordTextAnswer, cancel), parsed.GetValue(room)!, parsed.GetValue(json));
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Sign() => SignVerb.Build("/room/record/sign", "Sign what was shown, with this desk's "
        + "accredited key: what you proposed first, or what the other side has signed and waits for you. A signature "
        + "cannot be taken back.\nExample: coulisse record sign 3f 9a41c07e55d0b1cf3e62",
        "the text: exactly that one is signed.");

    private static Command List()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("list", "Show what was signed for the record in a room: by one side or both, since "
            + "when it waits, for whom.\nExample: coulisse record list 3f")
        { room, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var records = await door.GetAsync(DoorCaller.Of("/room/records", parsed.GetValue(room)!),
                DoorJson.Default.IReadOnlyListRecordAnswer, cancel);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(records, DoorJson.Default.IReadOnlyListRecordAnswer));
            else
                Facts.Write(records.Count == 0 ? "Nothing was signed for the record in this room."
                    : "Signed for the record:", records.Select(one => ($"{one.Number}", Line(one))));
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Write()
    {
        var (room, desk, to) = (DeskOptions.Room(), DeskOptions.Desk(), To());
        var output = new Option<string>("--out")
        {
            Description = "Where to write. Never replaces a file.",
            HelpName = "FILE",
            Required = true,
        };
        var json = new JsonOption<WrittenAnswer>(DeskJson.Default.WrittenAnswer);
        var command = new Command("write", "Write a record as a file that anybody can verify, with two public files of "
            + "seals and without this desk. One that is not countersigned yet says so when it is verified.\n"
            + "Example: coulisse record write 3f --to 40 --out bridge.record")
        { room, to, output, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            var path = parsed.GetRequiredValue(output);
            OutputFile.RefuseExisting(path);
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var record = await door.GetAsync(Place("/room/record/file", parsed.GetValue(room)!,
                parsed.GetRequiredValue(to)), DoorJson.Default.RecordFileAnswer, cancel);
            OutputFile.WritePrivate(path, Convert.FromBase64String(record.File));
            json.Write(parsed, new(path, record.IsCountersigned), $"Written: {path}, "
                + (record.IsCountersigned ? "signed by both." : "signed by ONE SIDE ALONE.")
                + $" To check it: coulisse verify {path} --seal PUBFILE --seal PUBFILE");
            return ExitCode.Success;
        }));
        return command;
    }

    private static void Tell(RecordTextAnswer text, string room, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(text, DoorJson.Default.RecordTextAnswer));
            return;
        }
        Console.Out.Write(PlainLine.Lines(text.Text));
        Console.Out.WriteLine(text.Words);
        Console.Out.WriteLine($"The digits of exactly this text: {text.Digest}. To sign it: coulisse record sign "
            + $"{(room.Length == 0 ? "ROOM" : room)} {text.Digest}");
    }

    private static string Line(RecordAnswer one) => $"{PlainLine.Of(one.Subject)}; "
        + (one.Messages.Count == 0 ? "" : $"messages {string.Join(", ", one.Messages)}; ")
        + (one.HasMinutes ? "minutes; " : "") + $"{one.Words}; first signed by {ScreenText.Person(one.By)} at "
        + ScreenText.Instant(one.Since) + (one.CountersignedBy is { } second
            ? $"; countersigned by {ScreenText.Person(second)}" : "")
        + (one.Declined is { Length: > 0 } why ? $"; declined: {PlainLine.Of(why)}" : "");

    private static string Place(string path, string room, ulong to) => DoorCaller.Of(path, room) + $"&to={to}";

    private static Option<string?> Words() => new("--file")
    {
        Description = "Subject and minutes are in this file; otherwise they are typed or piped in.",
        HelpName = "FILE",
    };

    private static Option<ulong> To() => new("--to")
    {
        Description = "The message that proposed it, by its number in 'coulisse record list'.",
        HelpName = "NUMBER",
        Required = true,
    };
}
