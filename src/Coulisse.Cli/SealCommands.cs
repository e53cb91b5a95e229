using System.CommandLine;
using Coulisse.Crypto.Passphrases;
using Coulisse.Crypto.Secrets;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;

namespace Coulisse.Cli;

/// <summary><c>coulisse seal …</c>: making and looking at a party's seal.</summary>
internal static class SealCommands
{
    private static readonly Argument<string> File =
        new("FILE") { Description = "The seal's key file, as aldermark.seal." };

    internal static Command Build() =>
        new("seal", "Make and look at a party's seal, the key that signs its statements.")
    {
        New(),
        Show(),
        Mend(),
    };

    private static Command New()
    {
        var name = new Argument<string>("NAME") { Description = "Makes NAME.seal (secret), NAME.chain and NAME.pub." };
        var party = new Option<string>("--party")
        {
            Description = "The party's name, as \"Aldermark\".",
            Required = true,
        };
        var passphrase = new PassphraseOptions();
        var json = new JsonOption<NewSealAnswer>(CliJson.Default.NewSealAnswer);
        var command = new Command("new",
            "Make a new seal. Asks twice for a passphrase, without which the seal can never be used again.\n"
            + "Example: coulisse seal new aldermark --party \"Aldermark\"") { name, party, json };
        passphrase.AddTo(command);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var files = SealFiles.Named(parsed.GetRequiredValue(name));
            var key = Make(files, parsed.GetRequiredValue(party), passphrase.From(parsed));
            var fingerprint = SealFingerprint.Of(key).ToString();
            json.Write(parsed, new(parsed.GetRequiredValue(party), key.ToString(), fingerprint, files.Key, files.Chain,
                files.Public), $"A new seal for {parsed.GetRequiredValue(party)}.",
                ("Key file", $"{files.Key} (keep it offline, and a copy elsewhere)"),
                ("Chain", $"{files.Chain} (belongs beside the key file)"),
                ("To hand on", files.Public),
                ("Fingerprint", fingerprint));
            return ExitCode.Success;
        }));
        return command;
    }

    private static SealPublicKey Make(SealFiles files, string party, PassphraseInput input)
    {
        if (!PartyRules.IsName(party))
            throw new Refusal(ExitCode.Usage,
                $"Give the party's name in one line of plain text of at most {PartyRules.NameBytesMax} bytes.");
        foreach (var path in (string[])[files.Key, files.Chain, files.Public])
            OutputFile.RefuseExisting(path);
        using var passphrase = input.Choose("the seal");
        var random = new SystemRandom();
        using var seal = Seal.Generate(party, random);
        // The key file comes last: once it is there, so is everything that belongs to it.
        OutputFile.Create(files.Chain, path => SealChainFile.Create(path, seal));
        OutputFile.Write(files.Public, SealPublicFile.Write(party, seal.PublicKey));
        OutputFile.WritePrivate(files.Key, SealKeyFile.Write(seal, passphrase, Argon2Parameters.KeyFile, random));
        return seal.PublicKey;
    }

    private static Command Show()
    {
        var json = new JsonOption<ShownSealAnswer>(CliJson.Default.ShownSealAnswer);
        var command = new Command("show",
            "Show whose seal a key file holds, its fingerprint and what it signed. Needs no passphrase.\n"
            + "Example: coulisse seal show aldermark.seal") { File, json };
        command.SetAction(parsed => Verb.Run(() =>
        {
            var files = new SealFiles(parsed.GetRequiredValue(File));
            var header = files.ReadHeader();
            if (!parsed.GetValue(json)) // whose it is can be seen though the chain is missing
                Facts.Write($"The seal of {header.Party}.", ("Public key", header.Key.ToString()),
                    ("Fingerprint", SealFingerprint.Of(header.Key).ToString()));
            using var chain = files.OpenChain(header.Party, header.Key);
            json.Write(parsed, ShownSealAnswer.Of(header, chain), $"{chain.Entries.Length} entries in its chain.",
                chain.Entries.Select(entry => ($"{entry.Content.Number}", Words(entry))));
            return ExitCode.Success;
        }));
        return command;
    }

    private static string Words(SealEntry entry) =>
        $"{SealWords.Kind(entry.Content.Kind)}, {SealWords.Instant(entry.Content.ClaimedAt)}, {entry.Hash()}";

    private static Command Mend()
    {
        var json = new JsonOption<MendedSealAnswer>(CliJson.Default.MendedSealAnswer);
        var command = new Command("mend",
            "Set the incomplete last entry of a chain aside, as a crash while signing leaves it. The bytes are kept\n"
            + "in a file beside the chain. First make sure that no signed file exists which the chain does not list.\n"
            + "Example: coulisse seal mend aldermark.seal") { File, json };
        command.SetAction(parsed => Verb.Run(() =>
        {
            var files = new SealFiles(parsed.GetRequiredValue(File));
            var header = files.ReadHeader();
            var aside = SealChainFile.SetTornTailAside(files.Chain, header.Party, header.Key);
            using var chain = files.OpenChain(header.Party, header.Key);
            json.Write(parsed, new(header.Party, IsChanged: aside is not null, aside), aside is null
                ? "The chain ends well; nothing was changed." : "The incomplete entry was set aside.",
                aside is null ? [] : [("Kept in", aside)]);
            return ExitCode.Success;
        }));
        return command;
    }
}
