using Coulisse.Crypto.Passphrases;

namespace Coulisse.Wire.Credence;

/// <summary>What a key file says without its passphrase.</summary>
public abstract record SealKeyFileReading
{
    private SealKeyFileReading()
    {
    }

    /// <summary>Whose seal it is. Not yet proved: only opening the file proves that the key is inside.</summary>
    public sealed record Named(string Party, SealPublicKey Key, Argon2Parameters Cost) : SealKeyFileReading;

    /// <summary>It is no usable key file.</summary>
    public sealed record Refused(SealKeyFileRefusal Why) : SealKeyFileReading;
}
