using System.Diagnostics;
using Coulisse.Crypto.Passphrases;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Vault.Sqlite;
using Coulisse.Terminal;

namespace Coulisse.Desk.Keys;

/// <summary>A vault that a person names, or why it stays closed.</summary>
internal static class VaultFile
{
    internal static SealedVault Create(string file, Passphrase passphrase, IRandomSource random)
    {
        SealedVault? vault = null;
        OutputFile.Create(file, path => vault = SealedVault.Create(path, passphrase, Argon2Parameters.KeyFile, random));
        return vault!;
    }

    /// <exception cref="Refusal">It stays closed; the sentence says what to do.</exception>
    internal static SealedVault Open(string file, PassphraseInput input, IRandomSource random)
    {
        try
        {
            return SealedVault.Open(file, () => input.Read("the desk"), random) switch
            {
                VaultOpening.Opened opened => opened.Vault,
                VaultOpening.Refused refused => throw Closed(file, refused.Why),
                _ => throw new UnreachableException(),
            };
        }
        catch (InsufficientMemoryException)
        {
            throw new Refusal(ExitCode.VaultClosed,
                $"{file} needs more memory to open than this machine has free; close other programs.");
        }
    }

    /// <summary>What a person is told, and does.</summary>
    internal static Refusal Closed(string file, VaultRefusal why) => why switch
    {
        VaultRefusal.Missing => new(ExitCode.NotReadable,
            $"{file} does not exist; make a desk with: coulisse desk new, or name its folder."),
        VaultRefusal.NotAVault => new(ExitCode.NotReadable, $"{file} is no vault of a desk; put this desk's "
            + "own back, or your copy of it."),
        VaultRefusal.OtherVersion =>
            new(ExitCode.NotReadable, $"{file} was made by another version of Coulisse; use that version."),
        VaultRefusal.InUse => new(ExitCode.VaultClosed,
            "This desk is open already. Use it from here as it is, or close it there first."),
        VaultRefusal.CostBeyondLimits => new(ExitCode.VaultClosed,
            $"{file} asks for more than {Argon2Parameters.MemoryKiBMax / 1024} MiB or "
            + $"{Argon2Parameters.PassesMax} passes, which is never spent; use your copy of it."),
        VaultRefusal.WrongPassphrase =>
            new(ExitCode.VaultClosed, $"The passphrase does not open {file}; the file itself is whole. Try again."),
        VaultRefusal.Damaged => new(ExitCode.VaultClosed, $"{file} is not as this desk left it: it was damaged, or "
            + "changed by somebody. Do not use it. Tell the keeper of your party's seal; the desk is to be replaced."),
        _ => throw new UnreachableException(),
    };
}
