using System.CommandLine;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Coulisse.Desk.Conveyed;
using Coulisse.Desk.Door;
using Coulisse.Desk.Rooms;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse convey ROOM</c> and <c>coulisse conveyed</c>: words of one room are said in another, by a
/// registered act.</summary>
internal static class ConveyVerb
{
    internal static Command Build()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var messages = MessageNumbers.Option("Which");
        messages.Required = true;
        var (into, file, against) = (Into(), File(), Against());
        var command = new Command("convey", "Convey words of one room to another, on the same line or on another one. "
            + "They are shown whole, with who said\nthem and who will read them; then type the name of the party that "
            + "will, or anything else to leave it. It is\nregistered at this desk for good. Nothing else of one line "
            + "goes to another.\n"
            + "Example: coulisse convey 3f --messages 12 --to 9c")
        { room, messages, into, file, against, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var asked = new ConveyQuestion(MessageNumbers.In(parsed.GetValue(messages), ConveyedRecord.MessagesMax),
                parsed.GetRequiredValue(into), parsed.GetValue(file) is { } path ? Words(path) : null);
            var name = parsed.GetValue(room)!;
            var shown = await PostAsync(door, "/convey/look", name, asked, DoorJson.Default.ConveyTextAnswer, cancel);
            Show(shown);
            var said = await PostAsync(door, "/convey", name, asked with
            {
                Digest = shown.Digest,
                Typed = Console.In.ReadLine() ?? "",
                IsAgainstTerms = parsed.GetValue(against),
            }, DoorJson.Default.MessageAnswer, cancel);
            Console.Out.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(said, DoorJson.Default.MessageAnswer)
                : $"Conveyed, as message {said.Order} of room {shown.Into.Room[..8]}. See: coulisse conveyed");
            return ExitCode.Success;
        }));
        return command;
    }

    private static Option<bool> Against() => new("--against-terms")
    {
        Description = "Convey it though the terms of the room do not let it be quoted; the register says so.",
    };

    private static Option<string> Into() => new("--to")
    {
        Description = "The room in which it is to be said, by the first digits of its name.",
        HelpName = "ROOM",
        Required = true,
    };

    private static Option<string?> File() => new("--file")
    {
        Description = "Say it in these words instead of those that were said.",
        HelpName = "FILE",
    };

    internal static Command BuildList()
    {
        var (desk, json) = (DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("conveyed", "Show everything that was conveyed from one room to another at this "
            + "desk: when, what, from where, to where,\nby whom.\nExample: coulisse conveyed")
        { desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var all = await door.GetAsync("/conveyed", DoorJson.Default.IReadOnlyListConveyedAnswer, cancel);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(all, DoorJson.Default.IReadOnlyListConveyedAnswer));
            else
                Facts.Write(all.Count == 0 ? "Nothing was conveyed from one room to another at this desk."
                    : "Conveyed from one room to another:", all.Select(one => ($"{one.Number}",
                    $"{ScreenText.Instant(one.At)}, messages {string.Join(", ", one.Messages)} of room "
                    + $"{one.From[..8]} ({PlainLine.Of(one.FromParty)}), as message {one.Order} of room "
                    + $"{one.Into[..8]} ({PlainLine.Of(one.IntoParty)}), by {PlainLine.Of(one.By)}"
                    + (one.IsOwnWording ? ", in words of their own" : "")
                    + (one.AgainstTerms is { } terms ? $", AGAINST THE TERMS ({terms})" : "")
                    + $"; text {one.Hash[..16]}")));
            return ExitCode.Success;
        }));
        return command;
    }

    // On the other stream: what a program reads is the answer alone.
    private static void Show(ConveyTextAnswer shown)
    {
        Console.Error.WriteLine($"Out of room {shown.From.Room[..8]}, with {PlainLine.Of(shown.FromParty)}: "
            + PlainLine.Of(shown.From.Counterpart.Office));
        Console.Error.WriteLine($"Into room {shown.Into.Room[..8]}, with {PlainLine.Of(shown.IntoParty)}: "
            + PlainLine.Of(shown.Into.Counterpart.Office));
        Console.Error.WriteLine();
        Console.Error.WriteLine(PlainLine.Lines(shown.Text).TrimEnd('\n'));
        Console.Error.WriteLine();
        Console.Error.WriteLine(PlainLine.Of(shown.Words));
        Console.Error.Write($"To convey it, type {PlainLine.Of(shown.IntoParty)}: ");
    }

    private static Task<T> PostAsync<T>(DoorClient door, string path, string room, ConveyQuestion asked,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken cancel) =>
        door.PostAsync(DoorCaller.Of(path, room), JsonContent.Create(asked, DoorJson.Default.ConveyQuestion), type,
            cancel);

    private static string Words(string path)
    {
        var words = InputFile.Read(path, RoomMessage.TextBytesMax);
        return Utf8.IsValid(words) ? Encoding.UTF8.GetString(words).TrimEnd('\n')
            : throw new Refusal(ExitCode.NotReadable, $"{path} is no text in UTF-8.");
    }
}
