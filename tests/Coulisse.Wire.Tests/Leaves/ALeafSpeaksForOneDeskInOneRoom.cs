using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Rooms;
using Coulisse.Wire.Tests.Credence;

namespace Coulisse.Wire.Tests.Leaves;

[Trait("Row", "1")]
public sealed class ALeafSpeaksForOneDeskInOneRoom : IDisposable
{
    private readonly PartyInATest own = new("Aldermark", 1);
    private readonly PartyInATest other = new("Sorvane", 2);
    private readonly RoomId room;
    private readonly SignaturePublicKey leafKey;
    private readonly RecognisedSeals seals;
    private readonly Sealed<Accreditation> desk;

    public ALeafSpeaksForOneDeskInOneRoom()
    {
        room = new RoomId(own.Bytes(16));
        leafKey = own.LeafKey();
        seals = RecognisedSeals.Only(own.Mark).After(own.Sign(new Recognition(other.Mark, 1, own.Bytes(32), null)))!;
        desk = other.Desk();
    }

    public void Dispose()
    {
        own.Dispose();
        other.Dispose();
    }

    [Fact]
    public void A_delegated_leaf_of_a_recognised_party_is_verified_with_its_desk()
    {
        var leaf = Accredited(Delegated(desk));
        Assert.Equal((desk, room, leafKey), (leaf.Accreditation, leaf.Room, leaf.LeafKey));
        Assert.Equal(other.Mark, leaf.Accreditation.By);
    }

    [Fact]
    public void In_another_room_or_for_another_key_it_is_nobodys()
    {
        var credential = Delegated(desk);
        Assert.Equal(LeafRefusal.NotDelegated, Refusal(credential, new RoomId(own.Bytes(16)), leafKey));
        Assert.Equal(LeafRefusal.NotDelegated, Refusal(credential, room, own.LeafKey()));
    }

    [Fact]
    public void Of_a_seal_that_was_not_recognised_it_is_nobodys()
    {
        using var third = new PartyInATest("Sorvane", 3);
        var credential = WireValue.Encode(LeafCredential.Delegate(third.Desk(), third.DeskKey, room, leafKey));
        Assert.Equal(LeafRefusal.SealNotRecognised, Refusal(credential, room, leafKey));
        using var renamed = new PartyInATest("Aldermark-Nord", 2);
        credential = WireValue.Encode(LeafCredential.Delegate(renamed.Desk(), renamed.DeskKey, room, leafKey));
        Assert.Equal(LeafRefusal.SealNotRecognised, Refusal(credential, room, leafKey));
    }

    [Fact]
    public void A_station_or_an_officer_delegates_nothing()
    {
        foreach (var kind in (SubjectKind[])[SubjectKind.Station, SubjectKind.Officer])
        {
            var purpose = KeyRule.SignatureOf(kind);
            var keys = (kind == SubjectKind.Station ? other.StationKeys() : []).Where(key => key.Purpose != purpose)
                .Append(new(purpose, other.DeskKey.PublicKey.Value));
            var mandate = kind == SubjectKind.Station ? Mandate.None : Mandate.Principal;
            var accreditation = other.Sign(PartyInATest.Content(other.Draw(kind), mandate, "x", keys));
            Assert.Throws<ArgumentException>(() =>
                LeafCredential.Delegate(accreditation, other.DeskKey, room, leafKey));
            // Exchanged for the desk's in a good credential, its own signature still stands at the end.
            byte[] forged = [0, 1, .. WireValue.Encode(accreditation).Span, .. Delegated(desk).Span[^64..]];
            Assert.Equal(LeafRefusal.NotADesk, Refusal(Opaque.CopyOf(forged), room, leafKey));
        }
    }

    [Fact]
    public void A_delegation_under_one_accreditation_does_not_serve_another_of_the_same_desk()
    {
        var renewed = other.Sign(desk.Content with { NotAfter = desk.Content.NotAfter.AddDays(9) });
        byte[] forged = [0, 1, .. WireValue.Encode(renewed).Span, .. Delegated(desk).Span[^64..]];
        Assert.Equal(LeafRefusal.NotDelegated, Refusal(Opaque.CopyOf(forged), room, leafKey));
    }

    [Fact]
    public void Only_the_desks_own_key_delegates()
    {
        using var stranger = SignaturePrivateKey.Generate(new SeededRandom(77));
        Assert.Throws<ArgumentException>(() => LeafCredential.Delegate(desk, stranger, room, leafKey));
        Assert.Throws<ArgumentException>(() => LeafCredential.Delegate(desk, other.DeskKey, default, leafKey));
    }

    [Fact]
    public void Every_flipped_byte_of_a_credential_is_refused()
    {
        var bytes = Delegated(desk).ToArray();
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= (byte)(1 << (at % 8));
            Refusal(Opaque.CopyOf(bytes), room, leafKey);
            bytes[at] ^= (byte)(1 << (at % 8));
        }
        Accredited(Opaque.CopyOf(bytes));
    }

    [Fact]
    public void A_cut_a_lengthened_and_an_overlong_credential_are_unreadable()
    {
        var bytes = Delegated(desk).ToArray();
        for (var length = 0; length < bytes.Length; length++)
            Assert.Equal(LeafRefusal.Unreadable, Refusal(Opaque.CopyOf(bytes.AsSpan(0, length)), room, leafKey));
        Assert.Equal(LeafRefusal.Unreadable, Refusal(Opaque.CopyOf([.. bytes, 0]), room, leafKey));
        Assert.Equal(LeafRefusal.Unreadable, Refusal(Opaque.Zeros(LeafCredential.BytesMax + 1), room, leafKey));
        bytes[1] = 2;
        Assert.Equal(LeafRefusal.Unreadable, Refusal(Opaque.CopyOf(bytes), room, leafKey));
    }

    [Fact]
    public void In_a_leaf_only_a_renewal_takes_an_accreditations_place()
    {
        var leaf = Accredited(Delegated(desk));
        Assert.True(leaf.MayBecome(Accredited(Delegated(other.Sign(desk.Content with
        {
            NotAfter =
            desk.Content.NotAfter.AddDays(9)
        })))));
        Assert.False(leaf.MayBecome(Accredited(Delegated(other.Sign(desk.Content with
        {
            Mandate =
            Mandate.Observer
        })))));
        Assert.False(leaf.MayBecome(Accredited(Delegated(other.Sign(desk.Content with
        {
            Office =
            [new("en", "Other adviser")]
        })))));
        Assert.False(leaf.MayBecome(Accredited(Delegated(other.Desk()))));
    }

    /// <summary>Dates and recalls would split two desks of one side by clock and by order of arrival.</summary>
    [Fact]
    public void Processing_asks_neither_for_dates_nor_for_recalls_and_acting_asks_for_both()
    {
        var chain = Known(other);
        var (first, last) = (desk.Content.NotBefore, desk.Content.NotAfter);
        Assert.Equal(ActingVerdict.NotYet, BeforeActing.OnSealingOrProposing(desk, seals, chain, first.AddSeconds(-1)));
        Assert.Equal(ActingVerdict.Allowed, BeforeActing.OnSealingOrProposing(desk, seals, chain, first));
        Assert.Equal(ActingVerdict.Allowed, BeforeActing.OnSealingOrProposing(desk, seals, chain, last.AddSeconds(-1)));
        Assert.Equal(ActingVerdict.Expired, BeforeActing.OnSealingOrProposing(desk, seals, chain, last));

        var recall = other.Sign(Recall.Of(desk, "Lost."));
        var named = chain.After(other.Chain.Head);
        Assert.Equal(ActingVerdict.ChainWithheld, BeforeActing.OnSealingOrProposing(desk, seals, named, first));
        var recalled = Assert.IsType<ChainTaking.Taken>(named.After(recall)).Next;
        Assert.Equal(ActingVerdict.Recalled, BeforeActing.OnSealingOrProposing(desk, seals, recalled, first));
        Assert.Equal(ActingVerdict.ChainForked, BeforeActing.OnSealingOrProposing(desk, seals,
            recalled.After(new ChainHead(1, other.Bytes(32))), first));
        Accredited(Delegated(desk)); // And all the while the leaf is processed.
    }

    [Fact]
    public void Under_a_seal_that_was_succeeded_nobody_acts_and_everything_is_processed()
    {
        using var next = new PartyInATest("Sorvane", 8);
        var later = seals.After(own.Sign(new Recognition(next.Mark, 1, own.Bytes(32), other.Seal.PublicKey)))!;
        Assert.Equal(ActingVerdict.SealSucceeded,
            BeforeActing.OnSealingOrProposing(desk, later, Known(other), desk.Content.NotBefore));
        Assert.IsType<LeafVerification.Accredited>(
            AccreditedLeaf.VerifyForProcessing(Delegated(desk).Span, room, leafKey, later));
        other.Sign(new Succession(next.Seal.PublicKey));
        Assert.Equal(ActingVerdict.SealSucceeded,
            BeforeActing.OnSealingOrProposing(desk, seals, Known(other), desk.Content.NotBefore));
    }

    [Fact]
    public void Recalls_are_looked_up_in_the_chain_of_the_seal_that_accredited() =>
        Assert.Throws<ArgumentException>(() =>
            BeforeActing.OnSealingOrProposing(desk, seals, Known(own), desk.Content.NotBefore));

    [Fact]
    public void Who_may_bind_a_party_is_a_table()
    {
        var table = string.Concat(Enum.GetValues<Mandate>().Where(mandate => mandate != Mandate.None).Select(mandate =>
            $"{MandateWords.Of(mandate)}: {Consents(mandate)}\n"));
        Assert.Equal("principal: Allowed\nduty officer: Allowed\ninterpreter: MandateTooNarrow\n"
            + "scribe: MandateTooNarrow\nobserver: MandateTooNarrow\nmediator: MandateTooNarrow\n", table);
    }

    [Fact]
    public void A_room_order_is_about_the_leaf_that_has_or_had_the_key_and_no_later_one()
    {
        var order = other.Sign(new RoomOrder(RoomOrderKind.Removal, room, leafKey, Opaque.Empty)).Content;
        var (updated, later) = (own.LeafKey(), own.LeafKey());
        Assert.True(order.Concerns(room, [leafKey]));
        Assert.True(order.Concerns(room, [leafKey, updated])); // Dodged by an update: still meant.
        Assert.False(order.Concerns(room, [later]));
        Assert.False(order.Concerns(new RoomId(own.Bytes(16)), [leafKey]));
    }

    [Fact]
    public void A_removal_names_no_key_package_and_a_replacement_names_one()
    {
        var package = own.Bytes(32);
        other.Sign(new RoomOrder(RoomOrderKind.Replacement, room, leafKey, package));
        Assert.Throws<ArgumentException>(() =>
            other.Sign(new RoomOrder(RoomOrderKind.Replacement, room, leafKey, Opaque.Empty)));
        Assert.Throws<ArgumentException>(() =>
            other.Sign(new RoomOrder(RoomOrderKind.Removal, room, leafKey, package)));
        Assert.Throws<ArgumentException>(() =>
            other.Sign(new RoomOrder(RoomOrderKind.Removal, default, leafKey, Opaque.Empty)));
        Assert.Throws<ArgumentException>(() =>
            other.Sign(new RoomOrder((RoomOrderKind)3, room, leafKey, Opaque.Empty)));
    }

    private ActingVerdict Consents(Mandate mandate)
    {
        var accreditation = other.Desk(mandate);
        return BeforeActing.OnConsenting(accreditation, seals, Known(other), accreditation.Content.NotBefore,
            MandateRights.Usual);
    }

    private static KnownChain Known(PartyInATest party) => party.Chain.Entries.Aggregate(KnownChain.Empty(party.Mark),
        (known, entry) => Assert.IsType<ChainTaking.Taken>(known.After(entry)).Next).After(party.Chain.Head);

    private Opaque Delegated(Sealed<Accreditation> accreditation) =>
        WireValue.Encode(LeafCredential.Delegate(accreditation, other.DeskKey, room, leafKey));

    private AccreditedLeaf Accredited(Opaque credential) => Assert.IsType<LeafVerification.Accredited>(
        AccreditedLeaf.VerifyForProcessing(credential.Span, room, leafKey, seals)).Leaf;

    private LeafRefusal Refusal(Opaque credential, RoomId inRoom, SignaturePublicKey forKey) =>
        Assert.IsType<LeafVerification.Refused>(
            AccreditedLeaf.VerifyForProcessing(credential.Span, inRoom, forKey, seals)).Why;
}
