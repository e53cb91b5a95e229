using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk;
using Coulisse.Desk.Caucuses;
using Coulisse.Desk.LineCharters;
using Coulisse.Desk.Members;
using Coulisse.Desk.Records;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Charters;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Group;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;
using Mandate = Coulisse.Talks.Parties.Mandate;

namespace Coulisse.Fuzz.Targets;

/// <summary>
/// A desk in an open room, and a member of the other side who keeps to no rule: what they seal is damaged before it is
/// sealed, so that it is read to the end.
/// </summary>
internal sealed class RoomWorld : IDisposable
{
    private const ulong Beyond = 1_000_000;

    private readonly Pair pair = new(new Seed(31));
    private readonly Cast cast;
    private readonly DeskWorld world;
    private readonly RoomId room;
    private readonly int members;

    public RoomWorld()
    {
        cast = new(pair, new Seed(32), each: 2, Ciphersuite.X25519Aes128Gcm);
        world = new(new Seed(33), cast, Weather.Fair);
        room = world.Open(Reader, Hostile, "to keep the line open");
        Reader.Do(new DeskEvent.ChangeProposed(room,
            new RoomChange.Admission(world.Desks[1].Identity.Accreditation), "for the maps"));
        world.Pass(TimeSpan.FromSeconds(2));
        members = Reader.Core.ViewOf(room)!.Members.Count;
    }

    private SimulatedDesk Reader => world.Desks[0];

    private SimulatedDesk Hostile => world.Desks[2];

    /// <summary>Terms: some that say all, and some of before there was more to say than two things.</summary>
    public static IReadOnlyList<byte[]> Charters =>
    [
        .. ((RoomCharter[])[new("the harvest", "the border"), new(Charter.Early("the harvest", "")),
            new(Charter.Usual("the harvest", "") with { Record = RecordMode.OffRecord, RetentionDays = 30 })])
            .Select(one => WireValue.Encode(one).Span.ToArray()),
    ];

    /// <summary>Reads terms, finds what is wrong with them, and writes them in the same bytes.</summary>
    public static Answer ReadCharter(byte[] input)
    {
        try
        {
            var charter = WireValue.Decode<RoomCharter>(input);
            foreach (var fault in charter.Terms.Faults())
                _ = CharterWords.Of(fault);
            foreach (var field in Enum.GetValues<CharterField>())
                _ = CharterWords.Of(charter.Terms, field);
            return Answer.Again(WireValue.Encode(charter).Span);
        }
        catch (DecodeException)
        {
            return Answer.No;
        }
    }

    /// <summary>What a member may say, as it is before it is sealed.</summary>
    public IReadOnlyList<byte[]> Messages =>
    [
        Of(RoomMessageKind.Text, Opaque.CopyOf("We hear you."u8)),
        Of(RoomMessageKind.SameRoom, WireValue.Encode(SameRoom.Of(Hostile.Core.GroupOf(room)!))),
        Of(RoomMessageKind.Intent, WireValue.Encode(
            new Intent(new RoomChange.Admission(world.Desks[3].Identity.Accreditation), "theirs"))),
        Of(RoomMessageKind.Intent, WireValue.Encode(
            new Intent(new RoomChange.Removal(world.Desks[3].Identity.Id), "at home alone"))),
        Of(RoomMessageKind.Intent, WireValue.Encode(
            new Intent(new RoomChange.Amendment(new("the harvest", "the border")), "it has grown"))),
        Of(RoomMessageKind.Answer, WireValue.Encode(
            new IntentAnswer(Reader.Core.IntentsOf(room)[0].Id, IntentAnswerKind.Consented, "an hour"))),
        Of(RoomMessageKind.LineCharter, WireValue.Encode(SignedTwice)),
        Of(RoomMessageKind.Rules, WireValue.Encode(
            new ToldRules([new(Opaque.Zeros(32), Opaque.Zeros(16), Mandate.Principal)]))),
    ];

    // Terms of the line that one side alone wants.
    private AgreedCharter SignedTwice
    {
        get
        {
            var draft = CharterMaking.Draft(Hostile.Core, new("the harvest", "the border"));
            var own = RecordVouching.SignatureIn(
                CharterMaking.Propose(Hostile.Core, draft, Cast.FirstDay).Signature)!;
            return new(draft, own, own);
        }
    }

    /// <summary>What passes in the open before somebody is in a room.</summary>
    public IReadOnlyList<byte[]> Offers => [.. Enum.GetValues<OfferKind>().Select(kind => WireValue.Encode(
        new Offer(kind, Hostile.Identity.Id, Reader.Identity.Id, kind switch
        {
            OfferKind.Declined => WireValue.Encode(Decline.Sign(Hostile.Identity, room, Reader.Identity.Id)),
            OfferKind.Admission => Opaque.CopyOf([0, 0, 0, 0, 0, 0, 0, 9]),
            _ => Opaque.Empty,
        }, kind == OfferKind.Invitation ? [new(room, [new(Side.A, 7, Opaque.Zeros(16))], "")] : [])).ToArray())];

    /// <summary>Orders about leaves, of either party: out, and another into its place.</summary>
    public IReadOnlyList<byte[]> Orders => [.. ((InventedParty[])[pair.A, pair.B]).SelectMany(party =>
        (byte[][])[Order(party, RoomOrderKind.Removal), Order(party, RoomOrderKind.Replacement)])];

    public IReadOnlyList<byte[]> Bindings =>
    [
        WireValue.Encode<RoomBinding>(new RoomBinding.OfMessage(Tag)).ToArray(),
        WireValue.Encode<RoomBinding>(new RoomBinding.OfCommit(Tag, Side.B, Side.A)).ToArray(),
        WireValue.Encode<RoomBinding>(new RoomBinding.OfProposal(Tag, Reader.Core.IntentsOf(room)[0].Id)).ToArray(),
    ];

    /// <summary>Seals it as a member, and gives it to the reader.</summary>
    public Answer GiveSealed(byte[] message, byte[] binding)
    {
        var group = Hostile.Core.GroupOf(room)!;
        if (group.Say(message, Opaque.CopyOf(binding)) is not SendResult.Made made)
            return Answer.No;
        made.Next.Dispose();
        return Give(new(EnvelopeKind.Message, Precedence.Routine, room, group.View.Epoch.Value, made.Message,
            Opaque.Empty));
    }

    public Answer GiveOffer(byte[] offer) =>
        Give(new(EnvelopeKind.KeyPackages, Precedence.Routine, room, 0, Opaque.CopyOf(offer), Opaque.Empty));

    public Answer GiveOrder(byte[] order) =>
        Give(new(EnvelopeKind.Credence, Precedence.Routine, new(Opaque.Empty), 0, Opaque.CopyOf(order), Opaque.Empty));

    public void Dispose()
    {
        world.Dispose();
        cast.Dispose();
        pair.Dispose();
    }

    private byte[] Order(InventedParty party, RoomOrderKind kind)
    {
        var package = kind == RoomOrderKind.Removal ? Opaque.Empty
            : ForgedOrders.PackageOf(Reader.Identity, new RoomId(Opaque.CopyOf([7])), new Seed(34));
        var order = party.Sign(new RoomOrder(kind, new RoomId(Opaque.CopyOf([7])),
            SignaturePublicKey.From(Reader.Core.LeafKeyOf(room)!.Value)!,
            package.Length == 0 ? Opaque.Empty : BroughtOrder.HashOf(package)));
        return WireValue.Encode(BroughtOrder.Of(order, package)!).ToArray();
    }

    private Opaque Tag => Hostile.Core.EpochOf(room)!.Value.Tag;

    private byte[] Of(RoomMessageKind kind, Opaque body) =>
        WireValue.Encode(new RoomMessage(kind, 1, Opaque.Zeros(32), 0, ChainHead.None, [], body)).ToArray();

    // Rule 3 and I12: whatever it is, it lets nobody in or out, and the desk goes on.
    private Answer Give(Envelope envelope)
    {
        if (!envelope.IsWellFormed)
            return Answer.No;
        using var desk = Table.Fresh(Reader, Reader.Vault.Copy(), new Seed(9));
        var before = new EntryLink(new(1, Beyond), Opaque.CopyOf(new byte[32].Select(_ => (byte)5).ToArray()));
        var entry = WireValue.Encode(new Entry(pair.Line, Side.B, new(1, Beyond + 1), before, [envelope]));
        var effects = desk.Step(new DeskEvent.Given(new Delivery.OfEntry(pair.Line, Side.B, entry)), Cast.FirstDay);
        if (desk.ViewOf(room) is not { Status: RoomStatus.Open } view || view.Members.Count != members)
            return new Answer.Broken("A member alone has changed who is in the room, or whether it is open.");
        if (view.Intents.Any(intent => intent.By == Side.A && intent.State == IntentState.CarriedOut))
            return new Answer.Broken("Somebody was let in by what was said.");
        if (view.Charter != Reader.Core.ViewOf(room)!.Charter)
            return new Answer.Broken("A member alone has changed the terms.");
        return Answer.If(!effects.OfType<DeskEffect.Alarm>().Any());
    }
}
