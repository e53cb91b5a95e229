namespace Coulisse.Wire.Credence;

/// <summary>The answer to opening a key file with a passphrase. Classes, not records: a record would print the opened seal.</summary>
public abstract class SealOpening
{
    private SealOpening()
    {
    }

    /// <summary>The seal, which the caller disposes.</summary>
    public sealed class Opened(Seal seal) : SealOpening
    {
        public Seal Seal { get; } = seal;
    }

    /// <summary>It stays closed.</summary>
    public sealed class Refused(SealKeyFileRefusal why) : SealOpening
    {
        public SealKeyFileRefusal Why { get; } = why;
    }
}
