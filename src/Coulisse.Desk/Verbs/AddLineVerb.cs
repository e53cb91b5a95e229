using System.CommandLine;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Keys;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse desk add-line FOLDER FILE…</c>: the same officer at the same desk on a further line, with
/// another party.</summary>
internal static class AddLineVerb
{
    internal static Command Build()
    {
        var (folder, name, files) = (DeskOptions.Folder(), AddedLine.Name(), AddedLine.Files());
        var (passphrase, json) = (new PassphraseOptions(), AddedLine.Json());
        var command = new Command("add-line",
            "Put this desk on a further line, with another party. Its files are copied into a folder of that line\n"
            + "alone: your own letter and theirs, and your seal's recognition of them; and, if you hold another\n"
            + "office there, the accreditation to it. Nothing of one line is on another: not its rooms, words,\n"
            + "drafts or people. It counts from the next opening of the desk on; its station has to be on that line\n"
            + "too (coulisse station add-line).\n"
            + "Example: coulisse desk add-line adviser --as veldra aldermark.letter veldra.letter veldra.recognition")
        { folder, name, files, json };
        passphrase.AddTo(command);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var desk = new DeskFolder(parsed.GetRequiredValue(folder));
            using var vault = VaultFile.Open(desk.Vault, passphrase.From(parsed), new SystemRandom());
            using var keys = DeskKeys.Load(vault)
                ?? throw new Refusal(ExitCode.VaultClosed, $"{desk.Vault} holds no desk's keys; use your copy of it.");
            var line = desk.AddLine(keys.Party, parsed.GetRequiredValue(name), parsed.GetRequiredValue(files));
            json.Write(parsed, AddedLine.Answer(line),
                $"A further line of this desk, with {line.Whole.Seals.Other!.Party}.",
                AddedLine.Facts(line, $"coulisse desk open {desk.Path}"));
            return ExitCode.Success;
        }));
        return command;
    }
}
