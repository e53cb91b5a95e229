using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.World.Parties;

/// <summary>A party that does not exist: its seal, and the keys and accreditation of its station.</summary>
public sealed class InventedParty : IDisposable
{
    private static readonly DateTimeOffset FirstDay = new(2031, 5, 4, 0, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-world-");
    private readonly SealChainFile chain;
    private readonly IRandomSource random;

    public InventedParty(string name, IRandomSource random)
    {
        this.random = random;
        Seal = Seal.Generate(name, random);
        var file = Path.Combine(folder.FullName, "seal.chain");
        SealChainFile.Create(file, Seal);
        chain = SealChainFile.Open(file, Seal.Party, Seal.PublicKey) is SealChainOpening.Opened opened
            ? opened.Chain : throw new InvalidOperationException("The chain just made does not open.");
        LinePrivate = HpkePrivateKey.Generate(Kem.X25519, random);
        (Endorsement, Earlier) = (SignaturePrivateKey.Generate(random), SignaturePrivateKey.Generate(random));
        Station = Accredit(SubjectKind.Station, Mandate.None, "Station",
        [
            new(KeyPurpose.StationTlsPin, Bytes(32)),
            new(KeyPurpose.StationEndorsement, Endorsement.PublicKey.Value),
            new(KeyPurpose.StationLine, LinePrivate.PublicKey.Value),
            new(KeyPurpose.StationBundles, PublicKeyOf(Kem.XWing)),
        ]);
    }

    public Seal Seal { get; }

    public string Name => Seal.Party;

    /// <summary>The private half of its station's key for lines.</summary>
    public HpkePrivateKey LinePrivate { get; }

    /// <summary>The key with which its station endorses.</summary>
    public SignaturePrivateKey Endorsement { get; }

    /// <summary>The key with which it endorsed before it was renewed.</summary>
    public SignaturePrivateKey Earlier { get; }

    public Sealed<Accreditation> Station { get; }

    /// <summary>Everything that its seal has signed, as a copy of its chain's file tells.</summary>
    public IEnumerable<ChainPiece> Pieces => chain.Entries.Select(ChainPiece.Of);

    public Sealed<T> Sign<T>(T content)
        where T : ISealContent<T> => Sealed.Sign(content, Seal, chain, FirstDay);

    public Sealed<Accreditation> Accredit(SubjectKind kind, Mandate mandate, string office,
        IEnumerable<SubjectKey> keys) => Sign(new Accreditation(Subject.Draw(kind, random), [new("en", office)],
            mandate,
            WireList.From(keys.OrderBy(key => key.Purpose)),
            kind == SubjectKind.Station ? [new(CarrierKind.Https, "https://station.example:8443")] : [],
            FirstDay, FirstDay.AddDays(365)));

    public Opaque Bytes(int length)
    {
        var bytes = new byte[length];
        random.Fill(bytes);
        return Opaque.Owning(bytes);
    }

    public void Dispose()
    {
        chain.Dispose();
        Seal.Dispose();
        LinePrivate.Dispose();
        Endorsement.Dispose();
        Earlier.Dispose();
        folder.Delete(recursive: true);
    }

    private Opaque PublicKeyOf(Kem kem)
    {
        using var key = HpkePrivateKey.Generate(kem, random);
        return key.PublicKey.Value;
    }
}
