using Coulisse.Terminal;
using Coulisse.Wire.Credence;

namespace Coulisse.Cli;

/// <summary>The seal that a file is expected to be signed by, known by its key or by its fingerprint alone.</summary>
internal sealed record ExpectedSeal(SealFingerprint Fingerprint)
{
    internal static ExpectedSeal From(string named)
    {
        if (SealFingerprint.Parse(named) is { } fingerprint)
            return new(fingerprint);
        if (!Path.Exists(named))
            throw new Refusal(ExitCode.Usage,
                $"--seal {named} is neither {SealFingerprint.DigitCount} digits nor a file; check what you typed.");
        return SealPublicFile.Read(InputFile.Read(named, SealPublicFile.BytesMax)) is { } key
            ? new(SealFingerprint.Of(key))
            : throw new Refusal(ExitCode.Usage, $"{named} is no seal's public file; name the one that ends in .pub.");
    }
}
