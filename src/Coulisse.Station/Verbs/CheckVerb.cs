using System.CommandLine;
using Coulisse.Station.Keys;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;

namespace Coulisse.Station.Verbs;

/// <summary><c>coulisse station check FOLDER</c>: what its files come to, without starting anything.</summary>
internal static class CheckVerb
{
    internal static Command Build()
    {
        var folder = StationVerbs.Folder();
        var json = new JsonOption<StationAnswer>(StationJson.Default.StationAnswer);
        var command = new Command("check",
            "Show what a station's folder holds and what it still needs.\nExample: coulisse station check north")
        {
            folder, json,
        };
        command.SetAction(parsed => Verb.Run(() =>
        {
            using var station = StationFolder.Open(parsed.GetRequiredValue(folder));
            json.Write(parsed, StationAnswer.Of(station), $"A station of {station.Keys.Party.Party}.",
                StationFacts.Of(station));
            _ = station.Settings(listen: null, bundles: null); // says what is missing
            return ExitCode.Success;
        }));
        return command;
    }
}

/// <summary>A station's folder in a few lines.</summary>
internal static class StationFacts
{
    internal static IEnumerable<(string Name, string Value)> Of(StationFolder station)
    {
        yield return ("Station", station.Keys.Subject.ToString());
        foreach (var fact in station.Lines.SelectMany(line => Of(station, line)))
            yield return fact;
    }

    private static IEnumerable<(string Name, string Value)> Of(StationFolder station, LineFolder line)
    {
        if (line.Reading is Wire.Pairings.LineCredenceReading.Whole { Credence: var credence })
        {
            yield return ("Line", $"{credence.Parties.A} and {credence.Parties.B}, {credence.Parties.Id}");
            yield return ("Until", CredenceFile.Text(credence.OwnStation.Content.NotAfter)
                + (station.IsInForce(line) ? "" : " — NOT IN FORCE"));
            foreach (var address in credence.OtherStation.Content.Carriers)
                yield return ("Theirs at", address.Address);
        }
        foreach (var warning in station.Warnings(line))
            yield return ("To do", warning);
        var desks = station.Desks(line);
        if (desks.Count == 0)
            yield return ("Desks", $"none yet: put a desk's accreditation and its enrolment into {line.Files.Path}");
        foreach (var desk in desks)
            yield return ("Desk",
                $"{desk.Accreditation.Content.Office[0].Text}, {desk.Accreditation.Content.Subject.Id}"
                + (desk.IsRecalled ? ", recalled" : desk.IsOver ? ", expired" : ""));
    }
}
