using System.CommandLine;
using Coulisse.Station.Keys;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;
using Coulisse.Wire.Storage;

namespace Coulisse.Station.Verbs;

/// <summary><c>coulisse station renew FOLDER</c>: new keys, without the line going dark in between.</summary>
internal static class RenewVerb
{
    private const string RequestName = "station-next.request";

    internal static Command Build()
    {
        var folder = StationVerbs.Folder();
        var address = new Option<string?>("--address")
        {
            Description = "Where it will be reached, if that changes, as https://north.example:8443.",
            HelpName = "URL",
        };
        var use = new Option<bool>("--use")
        {
            Description = "Use the keys made before: once the letter that names them lies in this folder, in those of "
                + "all your desks, and with the other party, at its station and its desks, all of them started anew.",
        };
        var json = new JsonOption<RenewedStationAnswer>(StationJson.Default.RenewedStationAnswer);
        var command = new Command("renew",
            "Make new keys for a station beside those of today, and a request to your party's seal. The station goes\n"
            + "on with today's until --use. If keys may have been stolen, have the seal recall the old accreditation\n"
            + "besides: coulisse recall accreditation. For new dates alone no keys are needed: have the same request "
            + "accredited anew.\n"
            + "Example: coulisse station renew north\n"
            + "         coulisse station renew north --use") { folder, address, use, json };
        command.SetAction(parsed => Verb.Run(() =>
        {
            var path = parsed.GetRequiredValue(folder);
            var answer = parsed.GetValue(use) ? Use(path) : Prepare(path, parsed.GetValue(address));
            json.Write(parsed, answer, answer.Request is null ? $"A station of {answer.Party} has new keys."
                : $"The next keys of a station of {answer.Party}.", Facts(answer, path));
            return ExitCode.Success;
        }));
        return command;
    }

    private static RenewedStationAnswer Prepare(string path, string? given)
    {
        using var folder = StationFolder.Open(path);
        var address = given is null ? AddressOf(folder) : new(CarrierKind.Https, given);
        if (!address.IsWellFormed)
            throw new Refusal(ExitCode.Usage,
                "Write the address as https://host or https://host:port, in lower case and without a path.");
        var request = Path.Combine(path, RequestName);
        OutputFile.RefuseExisting(request);
        // Keys without a request are of a verb that was cut off: nobody has seen them, and they are as good as new.
        using var made = folder.Ring.Next is null ? StationKeyRing.Prepare(path, folder.Keys) : null;
        OutputFile.Write(request, CredenceFile.Write((folder.Ring.Next ?? made!).Request(address)));
        return new(folder.Keys.Party.Party, folder.Keys.Subject.Id.ToString(),
            Path.Combine(path, StationKeyRing.NextName), request);
    }

    private static RenewedStationAnswer Use(string path)
    {
        using var folder = StationFolder.Open(path);
        if (folder.Ring.Next is not { } next)
            throw new Refusal(ExitCode.NotReadable,
                $"{path} holds no next keys; make them with: coulisse station renew {path}");
        foreach (var line in folder.Lines.Where(line => !line.Whole.OwnLetters.Any(letter =>
            next.AreOf(letter.Content.Station))))
            throw new Refusal(ExitCode.NotReadable, $"No letter in {line.Files.Path} names the next keys yet: have "
                + $"{RequestName} accredited, write a letter with it, and put that there and at the other party's.");
        var request = Path.Combine(path, RequestName);
        if (File.Exists(request)) // what is accredited anew from now on are these keys
            DurableFile.Replace(request, Path.Combine(path, NewVerb.RequestName));
        folder.Ring.UseNext(path);
        return new(folder.Keys.Party.Party, folder.Keys.Subject.Id.ToString(),
            Path.Combine(path, StationKeyRing.PresentName), Request: null);
    }

    private static IEnumerable<(string Name, string Value)> Facts(RenewedStationAnswer answer, string path) =>
        answer.Request is { } request
            ?
            [
                ("Keys", answer.Keys),
                ("Request", request),
                ("Next", $"where the seal is: coulisse accredit {RequestName} …, then coulisse letter write"),
                ("Then", "put that letter into this folder, your desks' and the other party's; start them all anew"),
                ("At last", $"coulisse station renew {path} --use"),
            ]
            :
            [
                ("Keys", answer.Keys),
                ("Before", $"{Path.Combine(path, StationKeyRing.BeforeName)} (what is on its way is read with them)"),
                ("Next", $"coulisse station run {path}"),
            ];

    private static CarrierAddress AddressOf(StationFolder folder) =>
        (folder.Lines[0].Reading as LineCredenceReading.Whole)?.Credence.OwnStation.Content.Carriers
            .FirstOrDefault(carrier => carrier.Kind == CarrierKind.Https)
        ?? throw new Refusal(ExitCode.Usage, "No letter here says where the station is reached; name it with "
            + "--address.");
}
