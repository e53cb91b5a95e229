using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Pairings;

/// <summary>What happens in a pairing.</summary>
public abstract record PairingEvent
{
    private PairingEvent()
    {
    }

    /// <summary>A letter was handed over.</summary>
    public sealed record LetterGiven(Sealed<Letter> Letter) : PairingEvent;

    /// <summary>
    /// A letter was handed over by a new seal that the old one cannot vouch for, because it was stolen or lost.
    /// </summary>
    public sealed record LetterAfterTheftGiven(Sealed<Letter> Letter) : PairingEvent;

    /// <summary>They read the fingerprint of their seal aloud, and it was typed.</summary>
    public sealed record FingerprintTyped(SealFingerprint Heard) : PairingEvent;

    /// <summary>The own seal signed a recognition.</summary>
    public sealed record RecognitionSigned(Sealed<Recognition> Recognition) : PairingEvent;
}
