using System.CommandLine;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Keys;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse desk new FOLDER</c>: a vault with keys, the request to be accredited, and the enrolment for the
/// own station.</summary>
internal static class NewVerb
{
    internal static Command Build()
    {
        var folder = DeskOptions.Folder();
        var seal = new Option<string>("--seal")
        {
            Description = "Your party's seal, its public file: the one that ends in .pub.",
            HelpName = "FILE",
            Required = true,
        };
        var passphrase = new PassphraseOptions();
        var json = new JsonOption<NewDeskAnswer>(DeskJson.Default.NewDeskAnswer);
        var command = new Command("new",
            "Make a desk: a vault under a passphrase, without which nothing in it can ever be read again; a request\n"
            + "to your party's seal, and an enrolment for your party's station.\n"
            + "Example: coulisse desk new adviser --seal aldermark.pub") { folder, seal, json };
        passphrase.AddTo(command);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var made = Make(new(parsed.GetRequiredValue(folder)), parsed.GetRequiredValue(seal),
                passphrase.From(parsed));
            json.Write(parsed, made, $"A new desk of {made.Party}.",
                ("Folder", $"{made.Folder} (only this account may read it)"),
                ("Desk", $"desk {made.Desk}"),
                ("Seal", $"{made.Fingerprint} (is it your party's? Compare it with the seal's keeper)"),
                ("For the seal", $"{made.Request}: coulisse accredit {DeskFolder.RequestName} --seal … "
                    + "--office \"en=…\" --mandate …"),
                ("For the station", $"{made.Enrolment}, beside the accreditation"),
                ("Then", "put the accreditation, both parties' letters and your recognition of the other into the "
                    + "folder"));
            return ExitCode.Success;
        }));
        return command;
    }

    private static NewDeskAnswer Make(DeskFolder folder, string seal, PassphraseInput input)
    {
        var party = SealPublicFile.ReadMark(InputFile.Read(seal, SealPublicFile.BytesMax))
            ?? throw new Refusal(ExitCode.NotReadable,
                $"{seal} is no seal's public file; name the one that ends in .pub.");
        _ = folder.Socket; // says so if the folder stands too deep
        using var passphrase = input.Choose("the desk");
        PrivateFolder.Make(folder.Path);
        var random = new SystemRandom();
        using var keys = DeskKeys.Generate(party, random);
        var request = Path.Combine(folder.Path, DeskFolder.RequestName);
        var enrolment = Path.Combine(folder.Path, DeskFolder.EnrolmentName);
        using (var vault = VaultFile.Create(folder.Vault, passphrase, random))
        {
            keys.Save(vault);
            vault.Commit();
        }
        OutputFile.Write(request, CredenceFile.Write(keys.Request()));
        OutputFile.Write(enrolment, CredenceFile.Write(keys.Enrolment()));
        return new(party.Party, keys.Subject.Id.ToString(), party.Seal.ToString(),
            SealFingerprint.Of(party.Seal).ToString(), folder.Path, folder.Vault, request, enrolment);
    }
}
