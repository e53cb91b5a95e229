using Coulisse.Crypto.Passphrases;
using Coulisse.Desk.Vault.Sqlite;
using Coulisse.World.Chance;

namespace Coulisse.Desk.Tests.Vault;

/// <summary>A vault's file under a cheap passphrase, in a folder that goes with the test.</summary>
internal sealed class VaultOnDisk : IDisposable
{
    internal static readonly Argon2Parameters Cheap = new(MemoryKiB: 64, Passes: 1);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-vault-");
    private readonly Seed random = new(3);

    internal string File => Path.Combine(folder.FullName, "desk.vault");

    /// <summary>What is on the disk: the file and the log beside it.</summary>
    internal IEnumerable<byte[]> Files => folder.GetFiles().Select(file => System.IO.File.ReadAllBytes(file.FullName));

    internal SealedVault Open(string passphrase = "right")
    {
        if (System.IO.File.Exists(File))
            return Assert.IsType<VaultOpening.Opened>(Try(passphrase)).Vault;
        using var words = Passphrase.From(passphrase)!;
        return SealedVault.Create(File, words, Cheap, random);
    }

    internal VaultOpening Try(string passphrase = "right") =>
        SealedVault.Open(File, () => Passphrase.From(passphrase)!, random);

    internal VaultRefusal Refusal(string passphrase = "right")
    {
        if (Try(passphrase) is VaultOpening.Opened opened)
        {
            opened.Vault.Dispose();
            Assert.Fail("The vault opened.");
        }
        return ((VaultOpening.Refused)Try(passphrase)).Why;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
