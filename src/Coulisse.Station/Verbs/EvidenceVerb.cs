using System.CommandLine;
using Coulisse.Station.Hosting;
using Coulisse.Station.Keys;
using Coulisse.Station.Storage;
using Coulisse.Station.Storage.Sqlite;
using Coulisse.Terminal;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Verbs;

/// <summary><c>coulisse station evidence FOLDER</c>: why a line is frozen, and the bytes that show it.</summary>
internal static class EvidenceVerb
{
    internal static Command Build()
    {
        var folder = StationVerbs.Folder();
        var into = new Option<string>("--out")
        {
            Description = "The folder into which the two are written, as files.",
            HelpName = "FOLDER",
            Required = true,
        };
        var json = new JsonOption<EvidenceAnswer>(StationJson.Default.EvidenceAnswer);
        var command = new Command("evidence",
            "Write down why a line is frozen: what this station has, and what was shown to it that cannot both be\n"
            + "of one history. For the keepers of both stations to lay side by side; it is sealed, and shows no word.\n"
            + "Either station could have made it, so it convinces the two and no third. Stop the station first.\n"
            + "Example: coulisse station evidence north --out evidence") { folder, into, json };
        command.SetAction(parsed => Verb.Run(() =>
        {
            using var station = StationFolder.Open(parsed.GetRequiredValue(folder));
            var found = Write(station, parsed.GetRequiredValue(into));
            json.Write(parsed, new(found), found.Count == 0
                ? "No line of this station is frozen: there is nothing to write."
                : "Nothing is sent or taken on these lines any more. Lay this beside what the other keeper has.",
                found.SelectMany(Facts));
            return ExitCode.Success;
        }));
        return command;
    }

    /// <summary>The lines that are frozen, and the files that were written.</summary>
    internal static List<FrozenLineAnswer> Write(StationFolder station, string into)
    {
        var settings = station.Settings(listen: null, bundles: null);
        if (!File.Exists(settings.File))
            throw new Refusal(ExitCode.NotReadable, $"{settings.File} is not there: this station has never run.");
        using var store = StationFile.Open(settings.File);
        return [.. settings.Lines.Select(line => Write(store, line, into)).OfType<FrozenLineAnswer>()];
    }

    private static FrozenLineAnswer? Write(SqliteStationStore store, LineSettings line, string into)
    {
        var terms = line.Terms;
        if (store.Facts(terms.Id)?.Freeze is not { } freeze)
            return null;
        var isOwn = freeze.Reason is FreezeReason.OwnLogIsOld or FreezeReason.TwoOwnHistories;
        var of = isOwn ? terms.Own : terms.Own.Other();
        Directory.CreateDirectory(into);
        var here = store.Entry(terms.Id, of, freeze.At) is { Body.Length: > 0 } kept
            ? Put(into, $"{terms.Id}-here.entry", kept.Body) : null;
        var kind = freeze.Reason == FreezeReason.OwnLogIsOld ? "standing" : "entry";
        var against = Put(into, $"{terms.Id}-against.{kind}", freeze.Evidence);
        return new(terms.Id.ToString(), terms.Parties.A, terms.Parties.B, freeze.Reason.ToString(), Why(freeze.Reason),
            freeze.At.ToString(), freeze.Kept.ToString(), here, against);
    }

    private static string Put(string into, string name, Crypto.Codec.Opaque bytes)
    {
        var path = Path.Combine(into, name);
        OutputFile.Write(path, bytes.ToArray());
        return path;
    }

    private static string Why(FreezeReason reason) => reason switch
    {
        FreezeReason.TwoEntriesOfOneNumber => "the other station wrote two entries of one number",
        FreezeReason.BrokenChain => "an entry of the other station names another one before it than came",
        FreezeReason.AnotherHead => "the other station told of another last entry than came",
        FreezeReason.OwnLogIsOld => "the other station has more of our log than we have: our file is an old copy",
        FreezeReason.TwoOwnHistories => "an entry of our own log was given back to us that is another than ours",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<(string Name, string Value)> Facts(FrozenLineAnswer line) =>
    [
        ("Line", $"{line.A} and {line.B}, {line.Line}"),
        ("Why", line.Words),
        ("Where", $"number {line.At}"),
        ("Here", $"{line.HereHash}{(line.Here is null ? ", its bytes are not kept any more" : $", in {line.Here}")}"),
        ("Against it", line.Against),
    ];
}
