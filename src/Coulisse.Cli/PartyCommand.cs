using System.CommandLine;
using System.Text;
using System.Text.Json;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Leaves;

namespace Coulisse.Cli;

/// <summary><c>coulisse party</c>: what a folder is, as a person left it.</summary>
internal static class PartyCommand
{
    private const int FilesMax = 2_000;

    private sealed record Line(string File, string What, string Party, string Words);

    internal static Command Build()
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "The party's folder; otherwise this one.",
            DefaultValueFactory = _ => ".",
        };
        var json = new Option<bool>("--json") { Description = "Answer in JSON, for programs." };
        var command = new Command("party",
            "Show what a folder holds of a party: its seal with the fingerprint to read aloud, whom it accredited,\n"
            + "recalled and recognised, and letters. Needs no passphrase.\n"
            + "Example: coulisse party .") { folder, json };
        command.SetAction(parsed => Verb.Run(() =>
        {
            var path = parsed.GetRequiredValue(folder);
            if (!Directory.Exists(path))
                throw new Refusal(ExitCode.NotReadable, $"{path} is no folder; name the one with the seal.");
            var lines = Lines(path).Take(FilesMax).ToList();
            if (parsed.GetValue(json))
                WriteJson(lines);
            else
                Facts.Write(lines.Count == 0 ? "Nothing of a party is in this folder." : "In this folder:",
                    lines.Select(line => (line.File, $"{line.What} of {line.Party}, {line.Words}")));
            return ExitCode.Success;
        }));
        return command;
    }

    private static IEnumerable<Line> Lines(string folder)
    {
        var recalls = All<Sealed<Recall>>(folder, ".recall").ToList();
        return [
            .. PairingFolder.Files(folder, ".seal").Select(Seal),
            .. All<AccreditationRequest>(folder, ".request").Select(found => new Line(found.File, "request",
                found.Value.Content.Party, $"for {found.Value.Content.Subject}")),
            .. All<LeafRequest>(folder, ".leaf").Select(found => new Line(found.File, "leaf request",
                found.Value.Desk.By.Party, $"for {found.Value.Desk.Content.Subject} in {found.Value.Room}")),
            .. All<Sealed<Accreditation>>(folder, ".accreditation").Select(found => Of(found, "accreditation",
                Words(found.Value, recalls.Select(recall => recall.Value)))),
            .. recalls.Select(found => Of(found, "recall",
                $"of accreditation {CredenceFacts.Number(found.Value.Content.Serial)}")),
            .. All<Sealed<RoomOrder>>(folder, ".order").Select(found => Of(found, "room order",
                $"{found.Value.Content.What} in {found.Value.Content.Room}")),
            .. All<Sealed<Letter>>(folder, ".letter").Select(found => Of(found, "letter of credence",
                $"with {found.Value.Content.Desks.Count} duty desks")),
            .. All<Sealed<Recognition>>(folder, ".recognition").Select(found => Of(found, "recognition",
                $"of {found.Value.Content.Other.Party}")),
            .. All<Sealed<Succession>>(folder, ".succession").Select(found => Of(found, "succession",
                $"by {found.Value.Content.NewSeal}")),
        ];
    }

    private static Line Seal(string path)
    {
        var files = new SealFiles(path);
        var header = files.ReadHeader();
        using var chain = files.OpenChain(header.Party, header.Key);
        return new(Path.GetFileName(path), "seal", header.Party,
            $"fingerprint {SealFingerprint.Of(header.Key)}, {chain.Entries.Length} entries"
            + (chain.HasEnded ? ", succeeded" : ""));
    }

    private static string Words(Sealed<Accreditation> accreditation, IEnumerable<Sealed<Recall>> recalls)
    {
        var content = accreditation.Content;
        var now = TimeProvider.System.GetUtcNow();
        var state = recalls.Any(recall => recall.By == accreditation.By
                && recall.Content.Accreditation == accreditation.Entry.Hash()) ? "recalled"
            : now < content.NotBefore ? "not yet in force"
            : now < content.NotAfter ? "in force"
            : "expired";
        return $"{CredenceFacts.Number(accreditation.Number)}: {content.Subject.Kind.ToString().ToLowerInvariant()}, "
            + $"{content.Office[0].Text}, {state} until {SealWords.Instant(content.NotAfter)}";
    }

    private static Line Of<T>((string File, Sealed<T> Value) found, string what, string words)
        where T : ISealContent<T> => new(found.File, what, found.Value.By.Party, words);

    // A file that is damaged or something else is named, for it was meant to be something.
    private static IEnumerable<(string File, T Value)> All<T>(string folder, string extension)
        where T : class, ICredenceFile<T> =>
        PairingFolder.Files(folder, extension).Take(FilesMax)
            .Select(path => (Path.GetFileName(path), CredenceInput.Read<T>(path, extension[1..])));

    private static void WriteJson(IEnumerable<Line> lines)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            foreach (var line in lines)
            {
                json.WriteStartObject();
                json.WriteString("file", line.File);
                json.WriteString("what", line.What);
                json.WriteString("party", line.Party);
                json.WriteString("words", line.Words);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        Console.Out.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }
}
