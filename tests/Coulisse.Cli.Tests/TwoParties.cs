using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Cli.Tests;

/// <summary>
/// A folder with Aldermark's cheap seal, and others' letters made by the library as another program would make them.
/// </summary>
public sealed class TwoParties : IDisposable
{
    private readonly Desk desk = new();
    private readonly SystemRandom random = new();

    public Desk Aldermark => desk;

    public CoulisseProgram.Ended Run(params string[] arguments) => desk.Run(arguments);

    public CoulisseProgram.Ended Sign(params string[] arguments) =>
        desk.Run([.. arguments, "--seal", "a.seal", "--passphrase-file", "words"]);

    /// <summary>Puts a request of a station or desk of a party into the folder.</summary>
    public void Request(string file, SubjectKind kind, string party = "Aldermark") =>
        desk.Write(file, CredenceFile.Write(RequestOf(kind, party)));

    /// <summary>Another party, its letter in the folder, with a desk on duty if one is named; gives the fingerprint
    /// that its keeper reads aloud.</summary>
    public string Letter(string file, string party, string? office = null)
    {
        using var seal = Seal.Generate(party, random);
        var chainPath = desk.File(file + ".chain");
        SealChainFile.Create(chainPath, seal);
        using var chain = Assert.IsType<SealChainOpening.Opened>(
            SealChainFile.Open(chainPath, party, seal.PublicKey)).Chain;
        var asked = RequestOf(SubjectKind.Station, party).Content;
        var first = new DateTimeOffset(2031, 5, 4, 0, 0, 0, TimeSpan.Zero);
        var station = Sealed.Sign(new Accreditation(asked.Subject, [new("en", "Station")], Mandate.None, asked.Keys,
            asked.Carriers, first, first.AddDays(365)), seal, chain, first);
        List<Sealed<Accreditation>> desks = [];
        if (office is not null && RequestOf(SubjectKind.Desk, party).Content is var duty)
            desks.Add(Sealed.Sign(new Accreditation(duty.Subject, [new("en", office)], Mandate.Principal, duty.Keys, [],
                first, first.AddDays(365)), seal, chain, first));
        desk.Write(file, CredenceFile.Write(Sealed.Sign(new Letter(station, WireList.From(desks), null), seal, chain,
            first)));
        return SealFingerprint.Of(seal.PublicKey).ToString();
    }

    /// <summary>A desk of Aldermark's is accredited, and asks for its place in a room; the file of that.</summary>
    public void LeafRequest(string file)
    {
        using var key = SignaturePrivateKey.Generate(random);
        desk.Write("lost.request", CredenceFile.Write(AccreditationRequest.Sign(new("Aldermark",
            Subject.Draw(SubjectKind.Desk, random), [new(KeyPurpose.DeskDelegation, key.PublicKey.Value)], []), key)));
        Assert.Equal("", Sign("accredit", "lost.request", "--office", "en=Security adviser", "--mandate",
            "principal").Error);
        var accredited = Assert.IsType<CredenceReading<Sealed<Accreditation>>.Whole>(
            CredenceFile.Read<Sealed<Accreditation>>(desk.Read("lost.accreditation"))).Value;
        desk.Write(file, CredenceFile.Write(Wire.Leaves.LeafRequest.Sign(accredited, key,
            Wire.Rooms.RoomId.FromHex("00ff")!.Value, key.PublicKey, accredited.Entry.Hash())));
    }

    /// <summary>Another seal of Aldermark's, with its chain.</summary>
    public void OtherSeal(string stem)
    {
        using var seal = Seal.Generate("Aldermark", random);
        using var passphrase = Crypto.Passphrases.Passphrase.From(Desk.Marked)!;
        SealChainFile.Create(desk.File($"{stem}.chain"), seal);
        desk.Write($"{stem}.seal", SealKeyFile.Write(seal, passphrase,
            new Crypto.Passphrases.Argon2Parameters(MemoryKiB: 64, Passes: 1), random));
    }

    /// <summary>Another seal of Aldermark's: its public file.</summary>
    public void Public(string file)
    {
        using var seal = Seal.Generate("Aldermark", random);
        desk.Write(file, SealPublicFile.Write("Aldermark", seal.PublicKey));
    }

    public void Dispose() => desk.Dispose();

    private AccreditationRequest RequestOf(SubjectKind kind, string party)
    {
        using var key = SignaturePrivateKey.Generate(random);
        using var typed = HpkePrivateKey.Generate(Kem.X25519, random);
        using var files = HpkePrivateKey.Generate(Kem.XWing, random);
        WireList<SubjectKey> keys = kind == SubjectKind.Station
            ? [
                new(KeyPurpose.StationTlsPin, key.PublicKey.Value),
                new(KeyPurpose.StationEndorsement, key.PublicKey.Value),
                new(KeyPurpose.StationLine, typed.PublicKey.Value),
                new(KeyPurpose.StationBundles, files.PublicKey.Value),
            ]
            : [
                new(KeyPurpose.DeskDelegation, key.PublicKey.Value),
                new(KeyPurpose.DeskEmergency, files.PublicKey.Value),
            ];
        return AccreditationRequest.Sign(new(party, Subject.Draw(kind, random), keys,
            kind == SubjectKind.Station ? [new(CarrierKind.Https, "https://station.example:8443")] : []), key);
    }
}
