using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Pairings;

/// <summary>How far one party has come in getting to know another's seal.</summary>
/// <param name="Own">The own party.</param>
public abstract record Pairing(PartyMark Own)
{
    private Pairing(PartyMark own, Recognised? before)
        : this(own) => Before = before;

    /// <summary>What was recognised already, while a later seal of that party is compared; null otherwise.</summary>
    public Recognised? Before { get; }

    /// <summary>No letter yet.</summary>
    public sealed record Unmet(PartyMark Own) : Pairing(Own);

    /// <summary>Their letter is here, and nobody has compared anything.</summary>
    public sealed record LetterTaken(PartyMark Own, Sealed<Letter> Letter, Recognised? Earlier = null)
        : Pairing(Own, Earlier);

    /// <summary>What they read aloud is the fingerprint of the letter's seal.</summary>
    public sealed record Matched(PartyMark Own, Sealed<Letter> Letter, Recognised? Earlier = null)
        : Pairing(Own, Earlier);

    /// <summary>What they read aloud is another fingerprint: nothing is ever recognised from this letter.</summary>
    public sealed record Ended(PartyMark Own, Sealed<Letter> Letter, Recognised? Earlier = null)
        : Pairing(Own, Earlier);

    /// <summary>The own seal signed theirs.</summary>
    public sealed record Recognised(PartyMark Own, Sealed<Letter> Letter, Sealed<Recognition> Recognition)
        : Pairing(Own);
}
