using System.CommandLine;
using Coulisse.Station.Keys;
using Coulisse.Terminal;

namespace Coulisse.Station.Verbs;

/// <summary><c>coulisse station add-line FOLDER FILE…</c>: a further line, with another party.</summary>
internal static class AddLineVerb
{
    internal static Command Build()
    {
        var (folder, name, files) = (StationVerbs.Folder(), AddedLine.Name(), AddedLine.Files());
        var json = AddedLine.Json();
        var command = new Command("add-line",
            "Put a station on a further line, with another party. Its files are copied into a folder of that line\n"
            + "alone: your own letter and theirs, your seal's recognition of them, and the accreditation and\n"
            + "enrolment of each desk of yours that is to be on it. Desks of the other lines are not on this one. It\n"
            + "counts from the next start of the station on.\n"
            + "Example: coulisse station add-line north --as veldra aldermark.letter veldra.letter veldra.recognition\n"
            + "  adviser.accreditation adviser.enrolment") { folder, name, files, json };
        command.SetAction(parsed => Verb.Run(() =>
        {
            using var station = StationFolder.Open(parsed.GetRequiredValue(folder));
            var line = station.AddLine(parsed.GetRequiredValue(name), parsed.GetRequiredValue(files));
            json.Write(parsed, AddedLine.Answer(line),
                $"A further line of {station.Keys.Party.Party}, with {line.Whole.Seals.Other!.Party}.",
                AddedLine.Facts(line, $"coulisse station run {parsed.GetRequiredValue(folder)}"));
            return ExitCode.Success;
        }));
        return command;
    }
}
