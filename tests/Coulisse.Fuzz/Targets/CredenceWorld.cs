using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Passphrases;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Records;
using Coulisse.Wire.Statements;

namespace Coulisse.Fuzz.Targets;

/// <summary>A party with its seal, what it signed, and the frozen files of the corpus.</summary>
internal sealed class CredenceWorld : IDisposable
{
    private const string Corpus = "tests/Coulisse.Wire.Tests/corpus";
    private static readonly DateTimeOffset Instant = new(2031, 5, 4, 9, 30, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-fuzz-");

    public CredenceWorld()
    {
        Seal = Seal.Generate("Aldermark", new SeededRandom(5));
        var path = Path.Combine(folder.FullName, "a.chain");
        SealChainFile.Create(path, Seal);
        using (var chain = ((SealChainOpening.Opened)SealChainFile.Open(path, Seal.Party, Seal.PublicKey)).Chain)
        {
            Signed = [SignedStatementFile.Sign(Statement, Seal, chain, Instant), .. Root.All(Corpus, "*.signed.txt")];
            var genuine = (StatementVerification.Genuine)SignedStatementFile.Verify(Signed[0]);
            Withdrawn = WithdrawalFile.Sign(genuine, "It was said too early.", Seal, chain, Instant);
            Entries = [.. chain.Entries.Select(entry => entry.Encode().ToArray())];
            Head = chain.Head;
        }
        Chain = File.ReadAllBytes(path);
        Key = KeyFile();
        Values =
        [
            Read<AccreditationRequest>("request"), Read<Sealed<Accreditation>>("station"),
            Read<Sealed<Accreditation>>("desk"), Read<Sealed<Letter>>("letter"), Read<Sealed<Recall>>("recall"),
            Read<Sealed<RoomOrder>>("order"), Read<Sealed<Recognition>>("recognition"),
            Read<Sealed<Succession>>("succession"), Read<LeafRequest>("leaf-request"), Head, Enrolment,
            ChainPiece.Of(Read<Sealed<Recall>>("recall")), ChainPiece.Of(Read<Sealed<RoomOrder>>("order")),
            ChainPiece.Of(Read<Sealed<Recognition>>("recognition")),
            WireValue.Decode<LeafCredential>(Root.Bytes(Corpus, "credence", "leaf-credential.bin")),
            new RecordAuthor(Opaque.Zeros(16), Side.A, "Security adviser"),
            new RecordSignature(Read<Sealed<Accreditation>>("desk"), Head, Instant, Opaque.Zeros(64)),
        ];
    }

    public static Statement Statement { get; } = new("Aldermark", StatementId.Draw(new SeededRandom(6)), 1,
        "Tessaly Reach",
    [
        new("en", EditionStanding.Authentic, "The line stays open", "We keep the line open.\n\n- yes\n\nNo more.\n"),
        new("ar", EditionStanding.OfficialTranslation, "الخط مفتوح", "الخط مفتوح.\n"),
    ]);

    /// <summary>What a desk gives its own station.</summary>
    public static DeskEnrolment Enrolment { get; } = Enrol();

    public Seal Seal { get; }

    public IReadOnlyList<byte[]> Signed { get; }

    public byte[] Withdrawn { get; }

    /// <summary>The seal's chain as its file.</summary>
    public byte[] Chain { get; }

    public IReadOnlyList<byte[]> Entries { get; }

    public ChainHead Head { get; }

    public byte[] Key { get; }

    public IReadOnlyList<object> Values { get; }

    /// <summary>The letter as codes for a camera.</summary>
    public static IEnumerable<byte[]> LetterCodes => Wire.Pairings.LetterCodes.Split(Read<Sealed<Letter>>("letter"))
        .Select(text => System.Text.Encoding.ASCII.GetBytes(text));

    public static byte[] CredenceFileOf(string name) => Root.Bytes(Corpus, "credence", name + ".txt");

    public void Dispose()
    {
        Seal.Dispose();
        folder.Delete(recursive: true);
    }

    private static DeskEnrolment Enrol()
    {
        using var key = SignaturePrivateKey.Generate(new SeededRandom(8));
        return DeskEnrolment.Sign("Aldermark", Subject.Draw(SubjectKind.Desk, new SeededRandom(9)),
            Opaque.Zeros(DeskEnrolment.PinBytes), key);
    }

    private static T Read<T>(string name)
        where T : ICredenceFile<T> =>
        ((CredenceReading<T>.Whole)CredenceFile.Read<T>(CredenceFileOf(name))).Value;

    private byte[] KeyFile()
    {
        using var passphrase = Passphrase.From("nine lamps beside the quay");
        return SealKeyFile.Write(Seal, passphrase!, Argon2Parameters.Account, new SeededRandom(7));
    }
}
