using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Lines;

namespace Coulisse.Station;

/// <summary>
/// What a station needs to know and hold for one line: who is on it, the keys of its terms, its own endorsement key.
/// The keys stay the caller's to dispose.
/// </summary>
public sealed class LineTerms
{
    private readonly IReadOnlyList<LineKey> keys;

    /// <summary>One of the line's two stations.</summary>
    /// <param name="parties">The line's parties.</param>
    /// <param name="own">The side of this station.</param>
    /// <param name="keys">The keys of its terms, the present one last; at least one.</param>
    /// <param name="endorsement">The key with which this station endorses handshakes.</param>
    /// <param name="otherEndorsement">The other station's public half.</param>
    /// <param name="calls">Whether there is an address at which the other station can be called.</param>
    public LineTerms(LineParties parties, Side own, IReadOnlyList<LineKey> keys, SignaturePrivateKey endorsement,
        SignaturePublicKey otherEndorsement, bool calls = true)
    {
        ArgumentNullException.ThrowIfNull(parties);
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
            throw new ArgumentException("A line has a key.", nameof(keys));
        (Parties, Own, Endorsement, OtherEndorsement) = (parties, own, endorsement, otherEndorsement);
        Calls = calls;
        this.keys = keys;
    }

    /// <summary>The line's parties.</summary>
    public LineParties Parties { get; }

    /// <summary>The line.</summary>
    public LineId Id => Parties.Id;

    /// <summary>The side of this station.</summary>
    public Side Own { get; }

    /// <summary>The key with which this station endorses handshakes.</summary>
    public SignaturePrivateKey Endorsement { get; }

    /// <summary>The other station's public half.</summary>
    public SignaturePublicKey OtherEndorsement { get; }

    /// <summary>Whether this station calls the other; else it waits to be called.</summary>
    public bool Calls { get; }

    /// <summary>Of it what the own log alone needs.</summary>
    internal LogTerms Log => new(Id, Own, Endorsement);

    /// <summary>The key under which all is sent now.</summary>
    public LineKey Present => keys[^1];

    /// <summary>The key of a term; null for one that is not this line's.</summary>
    public LineKey? KeyOf(LineTerm term) => keys.FirstOrDefault(key => key.Term == term);
}
