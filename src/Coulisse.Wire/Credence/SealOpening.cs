namespace Coulisse.Wire.Credence;

/// <summary>The answer to opening a key file with a passphrase.</summary>
public abstract record SealOpening
{
    private SealOpening()
    {
    }

    /// <summary>The seal, which the caller disposes.</summary>
    public sealed record Opened(Seal Seal) : SealOpening;

    /// <summary>It stays closed.</summary>
    public sealed record Refused(SealKeyFileRefusal Why) : SealOpening;
}
