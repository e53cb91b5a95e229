using System.CommandLine;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Door;
using Coulisse.Desk.Keys;
using Coulisse.Desk.StationLink;
using Coulisse.Desk.Vault;
using Coulisse.Desk.Vault.Sqlite;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;
using Microsoft.Data.Sqlite;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse desk open FOLDER</c>: until it is closed.</summary>
internal static class OpenVerb
{
    internal static Command Build()
    {
        var folder = DeskOptions.Folder();
        var station = new Option<Uri?>("--station")
        {
            Description = "Where the own station is reached from here, if not at the address in its accreditation.",
            HelpName = "URL",
        };
        var witness = new Option<string?>("--witness")
        {
            Description = "The file, outside every backup, that tells how far this desk has come; otherwise one among "
                + "this account's state (XDG_STATE_HOME).",
            HelpName = "FILE",
        };
        var restored = new Option<bool>("--restored")
        {
            Description = "The vault was put back from a copy: give up the keys of its rooms, which were used further.",
        };
        var without = new Option<bool>("--no-screens")
        {
            Description = "Do not start the screens beside the desk; it is then used by the verbs alone.",
        };
        var passphrase = new PassphraseOptions();
        var json = new JsonOption<OpenDeskAnswer>(DeskJson.Default.OpenDeskAnswer);
        json.Description += " It comes once the desk is open, before whatever the screens say.";
        var command = new Command("open",
            "Open a desk and leave it open until you close it with Ctrl-C. Other terminals of this account then read\n"
            + "and write at it, with no passphrase: close it when you leave.\n"
            + "Example: coulisse desk open adviser") { folder, station, witness, restored, without, json };
        passphrase.AddTo(command);
        command.SetAction((parsed, cancel) => Verb.RunAsync(() => OpenAsync(new(parsed.GetRequiredValue(folder)),
            passphrase.From(parsed), new(parsed.GetValue(station), parsed.GetValue(witness),
                parsed.GetValue(restored), !parsed.GetValue(without), (answer, heading, facts) =>
                    json.Write(parsed, answer, heading, facts)), cancel)));
        return command;
    }

    /// <summary>How a desk is to be opened, and how it says that it is.</summary>
    private sealed record Wanted(Uri? Station, string? Witness, bool IsRestored, bool HasScreens,
        Action<OpenDeskAnswer, string, IEnumerable<(string, string)>> Tell);

    private static async Task<ExitCode> OpenAsync(
        DeskFolder folder, PassphraseInput input, Wanted wanted, CancellationToken cancel)
    {
        using var vault = VaultFile.Open(folder.Vault, input, new SystemRandom());
        try
        {
            return await OpenAsync(folder, vault, wanted, cancel);
        }
        catch (VaultDamagedException)
        {
            throw VaultFile.Closed(folder.Vault, VaultRefusal.Damaged);
        }
        catch (Exception unreadable) when (unreadable is DecodeException or InvalidDataException)
        {
            throw VaultFile.Closed(folder.Vault, VaultRefusal.OtherVersion);
        }
    }

    private static async Task<ExitCode> OpenAsync(
        DeskFolder folder, SealedVault vault, Wanted wanted, CancellationToken cancel)
    {
        using var keys = DeskKeys.Load(vault)
            ?? throw new Refusal(ExitCode.VaultClosed, $"{folder.Vault} holds no desk's keys; use your copy of it.");
        using var unlocking = new Unlocking(vault.Database.Content(SealedVault.HeaderId));
        var folders = folder.Lines(keys.Party);
        var first = folders[0].Whole;
        if (!FirstLine.Is(vault, first.Parties.Id))
            throw new Refusal(ExitCode.NotReadable, $"The first line of this desk was with another party than "
                + $"{first.Seals.Other!.Party}. Put the letters and the recognition of that party back into "
                + $"{folder.Path}, and add this one as a further line, with: coulisse desk add-line");
        var witness = new WitnessFile(wanted.Witness ?? WitnessFile.Usual(keys.Subject));
        var lines = folders.Select(one => LineOf(folder, keys, one, witness, first)).ToList();
        using var cores = new DeskCores(lines[0].Identity, vault, new SystemRandom(),
            lines.Skip(1).Select(line => line.Identity));
        using var client = new StationClient(wanted.Station ?? DeskFolder.StationOf(first),
            [.. folders.SelectMany(one => one.Whole.OwnLetters).SelectMany(one =>
                one.Content.Station.Content.KeysFor(KeyPurpose.StationTlsPin)).Distinct()],
            keys.Tls.Certificate);
        await using var loop = new DeskLoop(cores, client, witness, TimeProvider.System);
        var desk = new OpenDesk(loop, lines, new SystemRandom(), TimeProvider.System);
        if (wanted.IsRestored)
            await loop.ActAsync((both, act) => both.All.Select(core => act(core, new DeskEvent.PutBack())).ToList(),
                cancel);
        foreach (var one in folders)
            await BringAsync(loop, folder, one, cancel);
        await ServeAsync(folder, (desk, unlocking, [.. lines.Zip(folders).Select(one =>
            (one.First, new PairingDoor(one.First, one.Second)))]), loop, wanted, cancel);
        return ExitCode.Success;
    }

    private static LineAtDesk LineOf(
        DeskFolder folder, DeskKeys keys, LineFolder line, WitnessFile witness, LineCredence first) =>
        new(line, folder.Identity(keys, line), folder.InForce(line),
            line.Whole == first ? witness : witness.On(line.Whole.Parties.Id), TimeProvider.System);

    private static async Task BringAsync(
        DeskLoop loop, DeskFolder folder, LineFolder line, CancellationToken cancel)
    {
        var (pieces, passedOver) = folder.Chains(line);
        foreach (var sentence in passedOver)
            Console.Error.WriteLine(sentence);
        await loop.ActAsync((both, act) => act(both.Of(line.Whole.Parties.Id)!, new DeskEvent.CredenceBrought(pieces)),
            cancel);
    }

    private static async Task ServeAsync(DeskFolder folder,
        (OpenDesk Desk, Unlocking Unlocking, IReadOnlyList<(LineAtDesk, PairingDoor)> Pairings) open, DeskLoop loop,
        Wanted wanted, CancellationToken cancel)
    {
        File.Delete(folder.Socket); // of a desk that was killed; the vault's lock says that none is open
        await using var door = DoorServer.Build(open.Desk, open.Unlocking, new(open.Pairings), folder.Socket);
        await door.StartAsync(cancel);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var watching = open.Desk.WatchAsync(cancel);
        await TellAsync(folder, open.Desk, wanted, cancel);
        using var screens = wanted.HasScreens ? ScreensProcess.Start(folder) : null;
        var ended = await Task.WhenAny(door.WaitForShutdownAsync(cancel), loop.Completion, watching);
        if (ended == loop.Completion && loop.Completion.Exception?.InnerException is VaultDamagedException damaged)
            throw damaged;
        if (ended == loop.Completion && loop.Completion.Exception?.InnerException is { } fault)
            throw new Refusal(ExitCode.NotWritten, fault is SqliteException or IOException
                ? "The desk was closed, since its vault could not be written: make room on the disk, then open it "
                    + "again. What was said to be written is there."
                : $"The desk was closed by a fault of this program ({fault.GetType().Name}). What was said to be "
                    + "written is there; open it again, and report it.");
        await door.StopAsync(CancellationToken.None);
    }

    private static async Task TellAsync(DeskFolder folder, OpenDesk desk, Wanted wanted, CancellationToken cancel)
    {
        var (party, accreditation) = (desk.Identity.Accreditation.By.Party, desk.Identity.Accreditation.Content);
        var (force, advice) = await ForceAsync(desk, cancel);
        var (office, mandate) = (accreditation.Office[0].Text, MandateWords.Of(accreditation.Mandate));
        string[] with = [.. desk.Lines.Select(line => line.Them)];
        wanted.Tell(new(party, accreditation.Subject.Id.ToString(), office, mandate, accreditation.NotAfter,
            force.ToString(), with, folder.Path), $"{party}: {office}. The desk is open.",
        [
            ("Mandate", mandate),
            ("Accredited until", CredenceFile.Text(accreditation.NotAfter)
                + (advice is null ? "" : $" — NOT IN FORCE: it {advice}")),
            (with.Length == 1 ? "Line with" : "Lines with", string.Join(", ", with)),
            ("In other terminals", $"coulisse line --desk {folder.Path}"),
            ("To close it", "Ctrl-C"),
        ]);
    }

    private static Task<(Force, string?)> ForceAsync(OpenDesk desk, CancellationToken cancel)
    {
        var (own, inForce, now) = (desk.Identity.Accreditation, desk.Lines[0].InForce, TimeProvider.System.GetUtcNow());
        return desk.AskBothAsync(both => (inForce.ForceOf(own, both.Line.ChainOf(own.By), now),
            inForce.AdviceOn(own, both.Line.ChainOf(own.By), now)), cancel);
    }
}
