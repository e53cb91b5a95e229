using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Records;
using Coulisse.Wire.Rooms;
using Coulisse.Wire.Tests.Credence;

namespace Coulisse.Wire.Tests.Records;

/// <summary>Two parties and a passage between them; every byte follows from the seeds.</summary>
public sealed class RecordInATest : IDisposable
{
    private readonly PartyInATest a;
    private readonly PartyInATest b;

    public RecordInATest(ulong seed = 51)
    {
        (a, b) = (new("Aldermark", seed), new("Sorvane", seed + 1));
        (First, Second) = (a.Desk(), b.Desk(Mandate.DutyOfficer, "Secretary of the council"));
        Room = new(a.Bytes(16));
        Parts =
        [
            new RecordPart.Subject([new("en", "The bridge")]),
            Message(First, Side.A, 3, [new("en", "The bridge opens on Sunday.\nAt six.")]),
            Message(Second, Side.B, 7, [new("ru", "Мост откроют."), new("", "back\\slash\u202e | %% END")]),
            Message(First, Side.A, 4, [new("und", "")], a.Bytes(40)),
        ];
    }

    public static DateTimeOffset Instant => PartyInATest.Instant;

    public LineParties Parties { get; } = LineParties.Of("Sorvane", "Aldermark");

    public RoomId Room { get; }

    public Sealed<Accreditation> First { get; }

    public Sealed<Accreditation> Second { get; }

    public ImmutableArray<RecordPart> Parts { get; set; }

    public PartyInATest A => a;

    public PartyInATest B => b;

    public RecordTerms Terms => RecordTerms.Of(Room, Parties, Parts)!;

    public RecordSignature Proposed => RecordSignature.Sign(Terms, null, First, a.DeskKey, HeadOf(First), Instant);

    public RecordSignature Countersigned => RecordSignature.Sign(Terms, Proposed, Second, b.DeskKey, HeadOf(Second),
        Instant.AddHours(3));

    public byte[] File => RecordFile.Write(Room, Parties, Parts, Proposed, Countersigned);

    public RecordPart Message(Sealed<Accreditation> by, Side side, ulong number, RecordWords[] words,
        Opaque act = default) => new RecordPart.Message(
            new(by.Content.Subject.Id, side, by.Content.OfficeIn("en")), number,
            Instant.AddMilliseconds(number * 61_001), Opaque.CopyOf(a.Bytes(32).Span), act,
            Codec.WireList.Of<RecordWords>(words));

    public static ImmutableArray<RecordFinding> FindingsOf(byte[] file) =>
        Assert.IsType<RecordVerification.Altered>(RecordFile.Verify(file)).Findings;

    public void Dispose()
    {
        a.Dispose();
        b.Dispose();
    }

    private static ChainHead HeadOf(Sealed<Accreditation> last) => ChainHead.After(last.Entry);
}
