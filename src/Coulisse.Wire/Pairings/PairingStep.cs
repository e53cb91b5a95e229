namespace Coulisse.Wire.Pairings;

/// <summary>What an event does to a pairing.</summary>
public abstract record PairingStep
{
    private PairingStep()
    {
    }

    /// <summary>The pairing is now this.</summary>
    public sealed record Moved(Pairing Next) : PairingStep;

    /// <summary>The pairing stays as it was.</summary>
    public sealed record Refused(PairingRefusal Why) : PairingStep;
}
