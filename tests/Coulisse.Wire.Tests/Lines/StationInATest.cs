using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Tests.Credence;

namespace Coulisse.Wire.Tests.Lines;

/// <summary>A party's station with the private halves of its keys.</summary>
public sealed class StationInATest : IDisposable
{
    private readonly PartyInATest party;

    public StationInATest(string name, ulong seed)
    {
        party = new PartyInATest(name, seed);
        var random = new SeededRandom(seed + 100);
        LinePrivate = HpkePrivateKey.Generate(Kem.X25519, random);
        Endorsement = SignaturePrivateKey.Generate(random);
        var keys = party.StationKeys().Where(key =>
            key.Purpose is not (KeyPurpose.StationLine or KeyPurpose.StationEndorsement));
        Accreditation = party.Sign(PartyInATest.Content(party.Draw(SubjectKind.Station), Mandate.None, "Station",
        [
            .. keys, new(KeyPurpose.StationLine, LinePrivate.PublicKey.Value),
            new(KeyPurpose.StationEndorsement, Endorsement.PublicKey.Value),
        ]));
    }

    public HpkePrivateKey LinePrivate { get; }

    public SignaturePrivateKey Endorsement { get; }

    public Sealed<Accreditation> Accreditation { get; }

    public string Name => party.Seal.Party;

    public Opaque Bytes(int length) => party.Bytes(length);

    public Sealed<Accreditation> Renewed() =>
        party.Sign(Accreditation.Content with { NotAfter = Accreditation.Content.NotAfter.AddDays(9) });

    public void Dispose()
    {
        LinePrivate.Dispose();
        Endorsement.Dispose();
        party.Dispose();
    }
}
