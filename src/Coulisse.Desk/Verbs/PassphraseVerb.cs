using System.CommandLine;
using Coulisse.Crypto.Passphrases;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Keys;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse desk passphrase FOLDER</c>: another passphrase for the same vault.</summary>
internal static class PassphraseVerb
{
    internal static Command Build()
    {
        var folder = DeskOptions.Folder();
        var passphrase = new PassphraseOptions();
        var next = new Option<string?>("--new-passphrase-file")
        {
            Description = "Read the new passphrase from a file of mode 0600; otherwise you are asked.",
            HelpName = "FILE",
        };
        var json = new JsonOption<WrittenAnswer>(DeskJson.Default.WrittenAnswer);
        var command = new Command("passphrase",
            "Give a desk another passphrase. Copies of the vault made before still open with the earlier one.\n"
            + "Example: coulisse desk passphrase adviser") { folder, next, json };
        passphrase.AddTo(command);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var desk = new DeskFolder(parsed.GetRequiredValue(folder));
            using var vault = VaultFile.Open(desk.Vault, passphrase.From(parsed), new SystemRandom());
            using var chosen = new PassphraseInput(parsed.GetValue(next), null).Choose("the desk, the new one");
            vault.ChangePassphrase(chosen, Argon2Parameters.KeyFile);
            json.Write(parsed, new(desk.Vault), "The desk has another passphrase.");
            return ExitCode.Success;
        }));
        return command;
    }
}
