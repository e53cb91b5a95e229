using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Fuzz.Targets;

/// <summary>A line between two stations with its key, and a value of everything that travels on it.</summary>
internal sealed class LineWorld : IDisposable
{
    private static readonly DateTimeOffset FirstDay = new(2031, 5, 4, 0, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-fuzz-line-");
    private readonly SeededRandom random = new(7);

    public LineWorld()
    {
        using var line = HpkePrivateKey.Generate(Kem.X25519, random);
        using var endorsement = SignaturePrivateKey.Generate(random);
        var (own, other) = (Station("Aldermark", line.PublicKey.Value), Station("Sorvane", null));
        Key = LineKey.Derive(line, own, other)!;
        Parties = LineParties.Of("Aldermark", "Sorvane");
        var room = new Wire.Rooms.RoomId(Bytes(16));
        var message = new Envelope(EnvelopeKind.Message, Precedence.Flash, room, 3, Bytes(50), Opaque.Empty);
        var commit = Endorsement.Give(message with { Kind = EnvelopeKind.Commit }, Parties.Id, Side.A, endorsement);
        var entry = new Entry(Parties.Id, Side.A, new(1, 2), new(new(1, 1), Bytes(32)), [message, commit]);
        Entry = WireValue.Encode(entry);
        var set = SequenceSet.Of([new(1, 4), new(7, 7)]);
        Standing = new(Parties.Id, Side.A, 5, [new(new(1, 2), Bytes(32))], [new(1, set, SequenceSet.Empty)],
            [new(room, 7)], LineWindow.Usual, new(new(2, Bytes(16)), StationLife.First, IsRestoring: true,
                [new(new(1, 4), Bytes(32))], [new(Side.A, 1, set)]), [Key.Term]);
        var submission = new Submission(Parties.Id, Bytes(16), 2, Bytes(32), [message]);
        var desk = new DeskStanding(7, submission.Hash(), [new(Side.B, 1, set)]);
        Values =
        [
            desk, new Delivery.OfDesk(Parties.Id, desk),
            entry, Standing, CarriedStanding.Of(Standing, Key),
            CarriedEntry.Of(Entry, Wire.Lines.Entry.HashOf(Entry), Key), submission,
            new Verdict(2, submission.Hash(), VerdictKind.Taken, new(1, 2), 1),
            new DeskBehind(submission.Desk, 7_000, 1_900_000_000),
            new Verdict(2, submission.Hash(), VerdictKind.Stale, EntryPlace.None, 0), new LogReport(Side.B, 1, set),
            new SequenceRange(1, 4),
            new Delivery.OfEntry(Parties.Id, Side.A, Entry),
            new Delivery.OfNews(Parties.Id, new([new(1, set, set)], [new(room, 7)], 3, IsFrozen: true,
                LineContact.There, [new(Side.A, 1, set)], IsRestoring: true, Lost: 2, Awaited: 1)),
            new DeskOffer.OfEntry(Entry), new DeskOffer.OfSubmission(new(1, 2), 3, submission),
            new DeskOffer.OfMemory(new(2, submission.Hash(), new(new(1, 2), Bytes(32)), [new(room, 7)],
                [new(room, 8)])),
        ];
    }

    public LineKey Key { get; }

    public LineParties Parties { get; }

    public Standing Standing { get; }

    /// <summary>An encoded entry.</summary>
    public Opaque Entry { get; }

    public IReadOnlyList<object> Values { get; }

    /// <summary>A bundle with one entry of these bytes, under a good code whatever they are.</summary>
    public Opaque Bundle(Opaque entry)
    {
        // A writer of bundles refuses what is not of its line; a hostile station has its own.
        var carried = CarriedEntry.Of(entry, Wire.Lines.Entry.HashOf(entry), Key);
        return Opaque.CopyOf([.. new BundleWriter(Key, Standing, LineLimits.BundleBytesMax).Finish().Span,
            .. WireValue.Encode(carried).Span]);
    }

    public void Dispose()
    {
        Key.Dispose();
        folder.Delete(recursive: true);
    }

    private Sealed<Accreditation> Station(string party, Opaque? line)
    {
        using var seal = Seal.Generate(party, random);
        var path = Path.Combine(folder.FullName, party + ".chain");
        SealChainFile.Create(path, seal);
        using var chain = ((SealChainOpening.Opened)SealChainFile.Open(path, party, seal.PublicKey)).Chain;
        using var endorsement = SignaturePrivateKey.Generate(random);
        SubjectKey[] keys =
        [
            new(KeyPurpose.StationTlsPin, Bytes(32)),
            new(KeyPurpose.StationEndorsement, endorsement.PublicKey.Value),
            new(KeyPurpose.StationLine, line ?? PublicKey(Kem.X25519)),
            new(KeyPurpose.StationBundles, PublicKey(Kem.XWing)),
        ];
        return Sealed.Sign(new Accreditation(Subject.Draw(SubjectKind.Station, random), [new("en", "Station")],
            Mandate.None, WireList.Of<SubjectKey>(keys), [], FirstDay, FirstDay.AddDays(9)), seal, chain, FirstDay);
    }

    private Opaque PublicKey(Kem kem)
    {
        using var key = HpkePrivateKey.Generate(kem, random);
        return key.PublicKey.Value;
    }

    private Opaque Bytes(int length)
    {
        var bytes = new byte[length];
        random.Fill(bytes);
        return Opaque.Owning(bytes);
    }
}
