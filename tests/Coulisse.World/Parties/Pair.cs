using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Station;
using Coulisse.Wire.Lines;

namespace Coulisse.World.Parties;

/// <summary>Two parties that have each other's letters: all that a line between them needs.</summary>
public sealed class Pair : IDisposable
{
    private readonly LineKey keyOfA;
    private readonly LineKey keyOfB;

    /// <param name="random">For their keys.</param>
    /// <param name="other">What the second is called; after the first in the order of names.</param>
    public Pair(IRandomSource random, string other = "Sorvane")
    {
        A = new InventedParty("Aldermark", random);
        B = new InventedParty(other, random);
        keyOfA = LineKey.Derive(A.LinePrivate, A.Station, B.Station)!;
        keyOfB = LineKey.Derive(B.LinePrivate, B.Station, A.Station)!;
        Parties = LineParties.Of(A.Name, B.Name);
    }

    public InventedParty A { get; }

    public InventedParty B { get; }

    public LineParties Parties { get; }

    public LineId Line => Parties.Id;

    public LineKey KeyOf(Side side) => side == Side.A ? keyOfA : keyOfB;

    public InventedParty PartyOf(Side side) => side == Side.A ? A : B;

    public LineTerms TermsOf(Side side) => TermsOf(side, hasAddress: true);

    /// <summary>Of a station that is called, and does not call.</summary>
    public LineTerms AnsweringTermsOf(Side side) => TermsOf(side, hasAddress: false);

    private LineTerms TermsOf(Side side, bool hasAddress) => new()
    {
        HasAddress = hasAddress,
        Parties = Parties,
        Own = side,
        Keys = [KeyOf(side)],
        Endorsement = PartyOf(side).Endorsement,
        OtherEndorsements = [SignaturePublicKey.From(PartyOf(side.Other()).Endorsement.PublicKey.Value)!],
    };

    public void Dispose()
    {
        keyOfA.Dispose();
        keyOfB.Dispose();
        A.Dispose();
        B.Dispose();
    }
}
