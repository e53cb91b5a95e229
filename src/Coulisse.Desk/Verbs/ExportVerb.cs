using System.CommandLine;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Coulisse.Desk.Door;
using Coulisse.Desk.Exports;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse export ROOM</c> and <c>coulisse exports</c>: copies, each numbered, marked and
/// registered.</summary>
internal static class ExportVerb
{
    internal static Command Build()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var messages = MessageNumbers.Option("Only these");
        var whom = new Option<string>("--for")
        {
            Description = "For whom the copy is, in a few words; it stands on the copy and in the register.",
            HelpName = "WORDS",
            DefaultValueFactory = _ => "",
        };
        var output = new Option<string>("--to")
        {
            Description = "Where to write. Never replaces a file.",
            HelpName = "FILE",
            Required = true,
        };
        var against = Against();
        var command = new Command("export", "Write a copy of what was said in a room, as text. The copy is numbered, "
            + "marked above every message, and\nregistered at this desk for good; the other side is not told. It "
            + "proves nothing: for that, see coulisse record.\n"
            + "Example: coulisse export 3f --messages 3-7 --for \"the cabinet\" --to copy.txt")
        { room, output, messages, whom, against, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            var path = parsed.GetRequiredValue(output);
            OutputFile.RefuseExisting(path);
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var asked = JsonContent.Create(new ExportQuestion(MessageNumbers.In(parsed.GetValue(messages),
                ExportRecord.MessagesMax), parsed.GetRequiredValue(whom), parsed.GetValue(against)),
                DoorJson.Default.ExportQuestion);
            var export = await door.PostAsync(DoorCaller.Of("/room/export", parsed.GetValue(room)!), asked,
                DoorJson.Default.ExportAnswer, cancel);
            OutputFile.WritePrivate(path, Encoding.UTF8.GetBytes(export.Text!));
            Console.Out.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(export with { Text = null }, DoorJson.Default.ExportAnswer)
                : $"Written: {path}, copy {export.Number} of {export.Messages.Count} messages. See: coulisse exports");
            return ExitCode.Success;
        }));
        return command;
    }

    private static Option<bool> Against() => new("--against-terms")
    {
        Description = "Yes, though the terms of the room do not let these words be quoted; the register and the copy "
            + "say so.",
    };

    internal static Command BuildList()
    {
        var (desk, json) = (DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("exports", "Show every copy that was made at this desk: when, of which room and "
            + "messages, for whom.\nExample: coulisse exports")
        { desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var exports = await door.GetAsync("/exports", DoorJson.Default.IReadOnlyListExportAnswer, cancel);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(exports, DoorJson.Default.IReadOnlyListExportAnswer));
            else
                Facts.Write(exports.Count == 0 ? "No copy was made at this desk." : "Copies made at this desk:",
                    exports.Select(one => ($"Copy {one.Number}", $"{ScreenText.Instant(one.At)}, room {one.Room[..8]}, "
                        + $"messages {string.Join(", ", one.Messages)}"
                        + (one.For.Length == 0 ? "" : $", for {PlainLine.Of(one.For)}")
                        + (one.AgainstTerms is null ? "" : $", AGAINST THE TERMS ({one.AgainstTerms})")
                        + $", text {one.Hash[..16]}")));
            return ExitCode.Success;
        }));
        return command;
    }
}
