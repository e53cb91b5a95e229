using System.CommandLine;
using Coulisse.Crypto.Secrets;
using Coulisse.Station.Keys;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;

namespace Coulisse.Station.Verbs;

/// <summary><c>coulisse station new FOLDER</c>: keys of its own, and the request to be accredited.</summary>
internal static class NewVerb
{
    internal const string RequestName = "station.request";

    internal static Command Build()
    {
        var folder = StationVerbs.Folder();
        var seal = new Option<string>("--seal")
        {
            Description = "Your party's seal, its public file: the one that ends in .pub.",
            HelpName = "FILE",
            Required = true,
        };
        var address = new Option<string>("--address")
        {
            Description = "Where the other party's station and your own desks reach it, as https://north.example:8443.",
            HelpName = "URL",
            Required = true,
        };
        var json = new JsonOption<NewStationAnswer>(StationJson.Default.NewStationAnswer);
        var command = new Command("new",
            "Make a station: a folder with its keys, which nobody else ever sees, and a request to your party's seal.\n"
            + "Example: coulisse station new north --seal aldermark.pub --address https://north.example:8443")
        {
            folder, seal, address, json,
        };
        command.SetAction(parsed => Verb.Run(() =>
        {
            var made = Make(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(seal),
                new(CarrierKind.Https, parsed.GetRequiredValue(address)));
            json.Write(parsed, made, $"A new station of {made.Party}.",
                ("Folder", $"{made.Folder} (only this account may read it)"),
                ("Seal", $"{made.Fingerprint} (is it your party's? Compare it with the seal's keeper)"),
                ("Request", made.Request),
                ("Next", $"where the seal is: coulisse accredit {RequestName} --seal … --office \"en=Station\""),
                ("Then", "put the letters of both parties and your recognition of the other into the folder"));
            return ExitCode.Success;
        }));
        return command;
    }

    private static NewStationAnswer Make(string folder, string seal, CarrierAddress address)
    {
        if (!address.IsWellFormed)
            throw new Refusal(ExitCode.Usage,
                "Write the address as https://host or https://host:port, in lower case and without a path.");
        var party = SealPublicFile.ReadMark(InputFile.Read(seal, SealPublicFile.BytesMax))
            ?? throw new Refusal(ExitCode.NotReadable,
                $"{seal} is no seal's public file; name the one that ends in .pub.");
        PrivateFolder.Make(folder);
        using var keys = StationKeys.Generate(party, new SystemRandom());
        StationKeyRing.Write(Path.Combine(folder, StationKeyRing.PresentName), keys);
        var request = Path.Combine(folder, RequestName);
        OutputFile.Write(request, CredenceFile.Write(keys.Request(address)));
        return new(party.Party, keys.Subject.Id.ToString(), party.Seal.ToString(),
            SealFingerprint.Of(party.Seal).ToString(), folder, request, address.Address);
    }
}
