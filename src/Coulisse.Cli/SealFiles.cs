using System.Diagnostics;
using Coulisse.Crypto.Passphrases;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;

namespace Coulisse.Cli;

/// <summary>The files of one seal, beside each other: NAME.seal (secret), NAME.chain, NAME.pub (to hand on).</summary>
internal sealed record SealFiles(string Key)
{
    private const string KeyExtension = ".seal";

    private string Stem => Key.EndsWith(KeyExtension, StringComparison.Ordinal) ? Key[..^KeyExtension.Length] : Key;

    internal string Chain => Stem + ".chain";

    internal string Public => Stem + ".pub";

    internal static SealFiles Named(string name) =>
        new(name.EndsWith(KeyExtension, StringComparison.Ordinal) ? name : name + KeyExtension);

    internal SealKeyFileReading.Named ReadHeader() => SealKeyFile.Read(ReadKeyFile()) switch
    {
        SealKeyFileReading.Named named => named,
        SealKeyFileReading.Refused refused => throw Closed(refused.Why),
        _ => throw new UnreachableException(),
    };

    internal Seal Open(PassphraseInput input)
    {
        var file = ReadKeyFile();
        if (SealKeyFile.Read(file) is SealKeyFileReading.Refused refused)
            throw Closed(refused.Why);
        using var passphrase = input.Read("the seal");
        try
        {
            return SealKeyFile.Open(file, passphrase) switch
            {
                SealOpening.Opened opened => opened.Seal,
                SealOpening.Refused closed => throw Closed(closed.Why),
                _ => throw new UnreachableException(),
            };
        }
        catch (InsufficientMemoryException)
        {
            throw new Refusal(ExitCode.SealClosed,
                $"{Key} needs more memory to open than this machine has free; close other programs.");
        }
    }

    internal SealChainFile OpenChain(string party, SealPublicKey key)
    {
        try
        {
            return SealChainFile.Open(Chain, party, key) switch
            {
                SealChainOpening.Opened opened => opened.Chain,
                SealChainOpening.Refused refused => throw new Refusal(ExitCode.SealClosed, Sentence(refused)),
                _ => throw new UnreachableException(),
            };
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new Refusal(ExitCode.SealClosed, $"{Chain} could not be opened; check its owner, mode and disk.");
        }
    }

    private byte[] ReadKeyFile() => InputFile.Read(Key, SealKeyFile.BytesMax);

    private Refusal Closed(SealKeyFileRefusal why) => why switch
    {
        SealKeyFileRefusal.NotASealKeyFile =>
            new(ExitCode.NotReadable, $"{Key} is not a seal's key file; name the file that ends in .seal."),
        SealKeyFileRefusal.OtherVersion =>
            new(ExitCode.NotReadable, $"{Key} was made by another version of Coulisse; use that version."),
        SealKeyFileRefusal.Damaged =>
            new(ExitCode.SealClosed, $"{Key} is damaged: its checksums do not fit; use your copy of it."),
        SealKeyFileRefusal.CostBeyondLimits => new(ExitCode.SealClosed,
            $"{Key} asks for more than {Argon2Parameters.MemoryKiBMax / 1024} MiB or "
            + $"{Argon2Parameters.PassesMax} passes, which is never spent; use your copy of it."),
        SealKeyFileRefusal.WrongPassphrase =>
            new(ExitCode.SealClosed, $"The passphrase does not open {Key}; the file itself is whole. Try again."),
        _ => throw new UnreachableException(),
    };

    private string Sentence(SealChainOpening.Refused refused) => refused.Why switch
    {
        SealChainRefusal.Missing =>
            $"{Chain} is missing; bring it back beside the key file, for a seal must never start a second chain.",
        SealChainRefusal.InUse => $"{Chain} is in use by another signing; wait until it has ended.",
        SealChainRefusal.NotAChain => $"{Chain} is not a seal's chain; bring the right file back beside the key file.",
        SealChainRefusal.AnotherSeal =>
            $"{Chain} is another seal's chain; bring the right file back beside the key file.",
        SealChainRefusal.Damaged =>
            $"{Chain} is damaged at byte {refused.Offset}; use your copy of it, and sign nothing before.",
        SealChainRefusal.TornTail =>
            $"{Chain} ends in an incomplete entry at byte {refused.Offset}, as a crash leaves it; "
            + $"make sure that nothing signed last is missing from it, then run: coulisse seal mend {Key}",
        SealChainRefusal.Full => $"{Chain} has reached its largest size; this version cannot continue it.",
        _ => throw new UnreachableException(),
    };
}
