using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;

namespace Coulisse.World.Parties;

/// <summary>Who sits at the desks of both sides: first those of A, then those of B; a principal, then a duty officer,
/// and so on.</summary>
public sealed class Cast : IDisposable
{
    /// <summary>When what happens here happens.</summary>
    public static readonly DateTimeOffset FirstDay = new(2031, 5, 4, 6, 0, 0, TimeSpan.Zero);

    private readonly List<SignaturePrivateKey> keys = [];

    /// <param name="pair">The parties.</param>
    /// <param name="random">For the keys.</param>
    /// <param name="each">How many desks each side has.</param>
    /// <param name="suite">Of the rooms.</param>
    public Cast(Pair pair, IRandomSource random, int each, Ciphersuite suite)
    {
        (Pair, Each) = (pair, each);
        Desks = [.. Enumerable.Range(0, 2 * each)
            .Select(at => Make(at < each ? Side.A : Side.B, random, suite, at + 1))];
    }

    public Pair Pair { get; }

    /// <summary>How many desks each side has.</summary>
    public int Each { get; }

    public IReadOnlyList<DeskIdentity> Desks { get; }

    public void Dispose()
    {
        foreach (var key in keys)
            key.Dispose();
    }

    private DeskIdentity Make(Side side, IRandomSource random, Ciphersuite suite, int number)
    {
        var party = Pair.PartyOf(side);
        var key = SignaturePrivateKey.Generate(random);
        keys.Add(key);
        using var emergency = HpkePrivateKey.Generate(Kem.XWing, random);
        var accreditation = party.Accredit(SubjectKind.Desk, number % 2 == 0 ? Mandate.DutyOfficer
            : Mandate.Principal, $"Security adviser {number}",
        [
            new(KeyPurpose.DeskDelegation, key.PublicKey.Value),
            new(KeyPurpose.DeskEmergency, emergency.PublicKey.Value),
        ]);
        return new()
        {
            Accreditation = accreditation,
            Key = key,
            Seals = RecognisedSeals.Only(Mark(side)).After(
                party.Sign(new Recognition(Mark(side.Other()), 1, party.Bytes(32), null)))!,
            Parties = Pair.Parties,
            Endorsements = new Dictionary<Side, IReadOnlyList<SignaturePublicKey>>
            {
                [Side.A] = [Pair.A.Earlier.PublicKey, Pair.A.Endorsement.PublicKey],
                [Side.B] = [Pair.B.Earlier.PublicKey, Pair.B.Endorsement.PublicKey],
            },
            Suite = suite,
        };
    }

    private PartyMark Mark(Side side) => new(Pair.PartyOf(side).Seal.Party, Pair.PartyOf(side).Seal.PublicKey);
}
