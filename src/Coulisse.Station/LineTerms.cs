using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Lines;

namespace Coulisse.Station;

/// <summary>
/// What a station needs to know and hold for one line: who is on it, the keys of its terms, its own endorsement key.
/// The keys stay the caller's to dispose.
/// </summary>
public sealed class LineTerms
{
    /// <summary>The line's parties.</summary>
    public required LineParties Parties { get; init; }

    /// <summary>The line.</summary>
    public LineId Id => Parties.Id;

    /// <summary>The side of this station.</summary>
    public required Side Own { get; init; }

    /// <summary>The keys of its terms, the newest last. None: one of the two stations was recalled, and until there is
    /// a new letter nothing goes out and nothing that comes in counts.</summary>
    public required IReadOnlyList<LineKey> Keys { get; init; }

    /// <summary>The key with which this station endorses handshakes.</summary>
    public required SignaturePrivateKey Endorsement { get; init; }

    /// <summary>The public halves of what it endorsed with before.</summary>
    public IReadOnlyList<SignaturePublicKey> EarlierEndorsements { get; init; } = [];

    /// <summary>Those of the other station: of today, and of before.</summary>
    public required IReadOnlyList<SignaturePublicKey> OtherEndorsements { get; init; }

    /// <summary>Whether there is an address at which the other station can be called; else it waits to be
    /// called.</summary>
    public bool HasAddress { get; init; } = true;

    /// <summary>Whether this station calls the other.</summary>
    public bool Calls => HasAddress && Keys.Count > 0;

    /// <summary>The key of a term; null for one that is not this line's.</summary>
    public LineKey? KeyOf(LineTerm term) => Keys.FirstOrDefault(key => key.Term == term);

    /// <summary>Of it what the own log alone needs.</summary>
    internal LogTerms Log => new(Id, Own, Endorsement, EarlierEndorsements);

    /// <summary>What this station reads, as it tells the other: the newest first.</summary>
    internal IEnumerable<LineTerm> Readable =>
        Keys.Reverse().Select(key => key.Term).Take(LineLimits.TermsMax);

    /// <summary>
    /// The key to send under: the newest that the other station says it reads; before it has said anything the newest
    /// at all. After each failure the next one, since it may have gone back to an earlier letter unheard.
    /// </summary>
    internal LineKey KeyFor(IReadOnlyCollection<LineTerm> readByOther, int failures)
    {
        var inTurn = Keys.Reverse().OrderByDescending(key => readByOther.Contains(key.Term)).ToList();
        return inTurn[failures % inTurn.Count];
    }
}
