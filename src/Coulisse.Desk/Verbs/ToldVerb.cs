using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Coulisse.Desk.Door;
using Coulisse.Desk.Rooms;
using Coulisse.Door;
using Coulisse.Talks.Told;
using Coulisse.Terminal;
using Coulisse.Wire.Statements;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse told</c>: what our side told each counterpart, promised, and said in public on one subject. It
/// is computed here, of what this desk has; nothing of it leaves.</summary>
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
            var subject = new SubjectWords(Utf8.IsValid(typed) && typed.Length <= RoomMessage.TextBytesMax
                ? Encoding.UTF8.GetString(typed).Split('\n')
                : throw new Refusal(ExitCode.Usage, "The words of a subject are text in UTF-8, at most 61,440 bytes."));
            if (subject.IsEmpty)
                throw new Refusal(ExitCode.Usage, "Say which subject: its words, one or a phrase a line.");
            var open = (parsed.GetValue(said) ?? []).Select(PublicPlace).ToList();
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var places = (await PlacesAsync(door, cancel)).Concat(open).ToList();
            var told = Tell(places, SideBySide.Of([.. places.Select(one => one.Texts)], subject));
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(told, ToldJson.Default.ToldAnswer));
            else
                Write(told);
            return ExitCode.Success;
        }));
        return command;
    }

    /// <summary>Where something was said, and all that was.</summary>
    private sealed record Place(string Name, IReadOnlyList<ToldText> Texts);

    /// <summary>Places, and the rows of like sentences.</summary>
    internal sealed record ToldAnswer(IReadOnlyList<string> Places, IReadOnlyList<ToldRowAnswer> Rows);

    /// <summary>Like sentences; whether they were said in one place only, and whether they differ in a word.</summary>
    internal sealed record ToldRowAnswer(bool IsAlone, bool Differs, IReadOnlyList<ToldSentenceAnswer> Sentences);

    /// <summary>A sentence: where, in which message or text, and its words that no other of its row has.</summary>
    internal sealed record ToldSentenceAnswer(string Place, ulong Number, string Text, IReadOnlyList<string> Differing);

    private static async Task<List<Place>> PlacesAsync(DoorClient door, CancellationToken cancel)
    {
        var places = new List<Place>();
        foreach (var room in (await door.GetAsync("/line", DoorJson.Default.LineAnswer, cancel)).AllRooms)
        {
            var (name, told) = ($"{room.Counterpart.Party}: {room.Counterpart.Office}, room {room.Room[..8]}",
                new List<ToldText>());
            await foreach (var news in door.FollowAsync(DoorCaller.Of("/room/messages", room.Room, 0), cancel))
            {
                if (news.Message is { Author.IsOurs: true, Act: null, Number: > 0 } message)
                    told.Add(new(message.Order, message.Text));
            }
            var talk = await door.GetAsync(DoorCaller.Of("/room/talk", room.Room), DoorJson.Default.TalkAnswer, cancel);
            places.Add(new($"told {name}", told));
            places.Add(new($"promised to {name}", [.. talk.Matters.Where(one => one is
                { Kind: "Commitment", By.IsOurs: true }).Select(one => new ToldText(one.Number, one.Words))]));
        }
        return places;
    }

    // A statement counts whoever signed it: which seal it was, coulisse verify says.
    private static Place PublicPlace(string path)
    {
        var file = InputFile.Read(path, StatementLimits.FileBytesMax);
        var text = SignedStatementFile.Verify(file) is StatementVerification.Genuine { Statement: var statement }
            ? string.Join('\n', statement.Editions.Select(one => $"{one.Title}\n{one.Body}"))
            : ReportText.Of(file) ?? throw new Refusal(ExitCode.NotReadable,
                $"{path} is neither a signed statement, nor an item file, nor text in UTF-8.");
        return new($"said in public: {Path.GetFileName(path)}", [new(1, text)]);
    }

    private static ToldAnswer Tell(List<Place> places, IReadOnlyList<ToldRow> rows) => new(
        [.. places.Select(one => one.Name)], [.. rows.Select(row => new ToldRowAnswer(row.IsAlone, row.Differs,
            [.. row.Sentences.Select(one => new ToldSentenceAnswer(places[one.Place].Name, one.Number, one.Text,
                one.Marked))]))]);

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

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ToldVerb.ToldAnswer))]
internal sealed partial class ToldJson : JsonSerializerContext;
