using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Tests.Credence;

/// <summary>A party with its seal, chain, station and desks; every byte follows from its seed.</summary>
public sealed class PartyInATest : IDisposable
{
    public static readonly DateTimeOffset Instant = new(2031, 5, 4, 9, 30, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset FirstDay = new(2031, 5, 4, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly SeededRandom random;

    public PartyInATest(string name = "Aldermark", ulong seed = 1)
    {
        random = new SeededRandom(seed);
        Seal = Wire.Credence.Seal.Generate(name, random);
        SealChainFile.Create(folder.File("a.chain"), Seal);
        Chain = Statements.Samples.Opened(folder.File("a.chain"), Seal);
        DeskKey = SignaturePrivateKey.Generate(random);
    }

    public Seal Seal { get; }

    public SealChainFile Chain { get; }

    public SignaturePrivateKey DeskKey { get; }

    public PartyMark Mark => new(Seal.Party, Seal.PublicKey);

    public static Accreditation Content(
        Subject subject, Mandate mandate, string office, params IEnumerable<SubjectKey> keys) => new(subject,
        [new("en", office), new("fr", "Charge : " + office)], mandate,
        Codec.WireList.From(keys.OrderBy(key => key.Purpose).ThenBy(key => key.Value.ToString(),
            StringComparer.Ordinal)),
        subject.Kind == SubjectKind.Station
            ? [new(CarrierKind.Https, "https://station.aldermark.example:8443"),
                new(CarrierKind.Mail, "line@aldermark.example")]
            : [],
        FirstDay, FirstDay.AddDays(365));

    public Sealed<T> Sign<T>(T content)
        where T : ISealContent<T> => Sealed.Sign(content, Seal, Chain, Instant);

    public IEnumerable<SubjectKey> StationKeys() =>
    [
        new(KeyPurpose.StationTlsPin, Bytes(32)), new(KeyPurpose.StationEndorsement, SignatureKey()),
        new(KeyPurpose.StationLine, Key(Kem.X25519)), new(KeyPurpose.StationBundles, Key(Kem.XWing)),
    ];

    public IEnumerable<SubjectKey> DeskKeys(SignaturePrivateKey? key = null) =>
    [
        new(KeyPurpose.DeskDelegation, (key ?? DeskKey).PublicKey.Value),
        new(KeyPurpose.DeskEmergency, Key(Kem.XWing)), new(KeyPurpose.DeskEmergencyTyped, Key(Kem.X25519)),
    ];

    public Sealed<Accreditation> Station() =>
        Sign(Content(Draw(SubjectKind.Station), Mandate.None, "Station", StationKeys()));

    public Sealed<Accreditation> Desk(Mandate mandate = Mandate.Principal, string office = "Security adviser") =>
        Sign(Content(Draw(SubjectKind.Desk), mandate, office, DeskKeys()));

    public Sealed<Accreditation> Officer() =>
        Sign(Content(Draw(SubjectKind.Officer), Mandate.DutyOfficer, "Duty officer",
        [new(KeyPurpose.OfficerActs, SignatureKey())]));

    public Sealed<Letter> Letter(Sealed<Succession>? predecessor = null) =>
        Sign(new Letter(Station(), [Desk()], predecessor));

    public Subject Draw(SubjectKind kind) => Subject.Draw(kind, random);

    public Opaque Bytes(int length)
    {
        var bytes = new byte[length];
        random.Fill(bytes);
        return Opaque.CopyOf(bytes);
    }

    public SignaturePublicKey LeafKey() => SignaturePublicKey.From(SignatureKey())!;

    public void Dispose()
    {
        Chain.Dispose();
        Seal.Dispose();
        DeskKey.Dispose();
        folder.Dispose();
    }

    private Opaque SignatureKey()
    {
        using var key = SignaturePrivateKey.Generate(random);
        return key.PublicKey.Value;
    }

    private Opaque Key(Kem kem)
    {
        using var key = HpkePrivateKey.Generate(kem, random);
        return key.PublicKey.Value;
    }
}
