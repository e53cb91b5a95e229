using System.CommandLine;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Door;
using Coulisse.Desk.Keys;
using Coulisse.Desk.StationLink;
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
        var command = new Command("open",
            "Open a desk and leave it open until you close it with Ctrl-C. Other terminals of this account then read\n"
            + "and write at it, with no passphrase: close it when you leave.\n"
            + "Example: coulisse desk open adviser") { folder, station, witness, restored, without };
        passphrase.AddTo(command);
        command.SetAction((parsed, cancel) => Verb.RunAsync(() => OpenAsync(new(parsed.GetRequiredValue(folder)),
            passphrase.From(parsed), new(parsed.GetValue(station), parsed.GetValue(witness),
                parsed.GetValue(restored), !parsed.GetValue(without)), cancel)));
        return command;
    }

    /// <summary>How a desk is to be opened.</summary>
    private sealed record Wanted(Uri? Station, string? Witness, bool IsRestored, bool HasScreens);

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
        var line = folder.Line(keys.Party);
        var identity = folder.Identity(keys, line);
        using var cores = new DeskCores(identity, vault, new SystemRandom());
        using var client = new StationClient(wanted.Station ?? DeskFolder.StationOf(line),
            [.. line.OwnLetters.SelectMany(one =>
                one.Content.Station.Content.KeysFor(KeyPurpose.StationTlsPin)).Distinct()],
            keys.Tls.Certificate);
        var witness = new WitnessFile(wanted.Witness ?? WitnessFile.Usual(keys.Subject));
        await using var loop = new DeskLoop(cores, client, witness, TimeProvider.System);
        var desk = new OpenDesk(
            loop, identity, line, folder.InForce(line), witness, new SystemRandom(), TimeProvider.System);
        if (wanted.IsRestored)
            await loop.ActAsync((both, act) => both.Both.Select(core => act(core, new DeskEvent.PutBack())).ToList(),
                cancel);
        var (pieces, passedOver) = folder.Chains(line);
        foreach (var sentence in passedOver)
            Console.Error.WriteLine(sentence);
        await loop.ActAsync((both, act) => act(both.Line, new DeskEvent.CredenceBrought(pieces)), cancel);
        await ServeAsync(folder, (desk, unlocking, new(identity, line, folder)), loop, identity, wanted.HasScreens,
            cancel);
        return ExitCode.Success;
    }

    private static async Task ServeAsync(DeskFolder folder,
        (OpenDesk Desk, Unlocking Unlocking, PairingDoor Pairing) open, DeskLoop loop,
        DeskIdentity identity, bool hasScreens, CancellationToken cancel)
    {
        File.Delete(folder.Socket); // of a desk that was killed; the vault's lock says that none is open
        await using var door = DoorServer.Build(open.Desk, open.Unlocking, open.Pairing, folder.Socket);
        await door.StartAsync(cancel);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.Socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var watching = open.Desk.WatchAsync(cancel);
        Tell(folder, identity);
        using var screens = hasScreens ? ScreensProcess.Start(folder) : null;
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

    private static void Tell(DeskFolder folder, DeskIdentity identity)
    {
        var accreditation = identity.Accreditation.Content;
        Facts.Write($"{identity.Accreditation.By.Party}: {accreditation.Office[0].Text}. The desk is open.",
            ("Mandate", MandateWords.Of(accreditation.Mandate)),
            ("Accredited until", CredenceFile.Text(accreditation.NotAfter)
                + (accreditation.NotAfter < TimeProvider.System.GetUtcNow() ? " — EXPIRED: ask for a renewal" : "")),
            ("Line with", identity.Seals.Other!.Party),
            ("In other terminals", $"coulisse line --desk {folder.Path}"),
            ("To close it", "Ctrl-C"));
    }
}
