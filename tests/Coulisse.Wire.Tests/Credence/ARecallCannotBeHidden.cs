using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using CsCheck;

namespace Coulisse.Wire.Tests.Credence;

public sealed class ARecallCannotBeHidden : IDisposable
{
    private readonly PartyInATest party = new();

    public void Dispose() => party.Dispose();

    [Fact]
    public void A_recall_that_the_station_keeps_back_shows_in_the_next_head()
    {
        var desk = party.Desk();
        var known = After(KnownChain.Empty(party.Mark), desk.Entry).After(party.Chain.Head);
        Assert.Equal(HeadStanding.Whole, known.Standing);
        var recall = party.Sign(Recall.Of(desk, "Lost on the way."));
        Assert.Equal(HeadStanding.Whole, known.Standing); // Nobody can know before a message says so.
        known = known.After(party.Chain.Head);
        Assert.Equal((HeadStanding.Withheld, 1ul), (known.Standing, known.Missing));
        Assert.False(known.IsRecalled(desk));
        known = After(known, recall.Entry); // The entry alone says that something was recalled, not what.
        Assert.Equal((HeadStanding.Withheld, 0ul), (known.Standing, known.Missing));
        Assert.Equal([2ul], known.RecallsWithoutContent);
        known = Assert.IsType<ChainTaking.Taken>(known.After(recall)).Next;
        Assert.Equal(HeadStanding.Whole, known.Standing);
        Assert.True(known.IsRecalled(desk));
        Assert.False(known.IsRecalled(party.Desk()));
    }

    [Fact]
    public void An_entry_kept_back_in_the_middle_is_missed_without_any_head()
    {
        var (first, second, third) = (party.Desk(), party.Sign(Recall.Of(party.Desk(), "x")), party.Desk());
        Assert.Equal(3ul, second.Number);
        var known = After(After(KnownChain.Empty(party.Mark), first.Entry), third.Entry);
        Assert.Equal((HeadStanding.Withheld, 2ul), (known.Standing, known.Missing));
    }

    [Fact]
    public void Entries_in_any_order_with_repeats_come_to_the_same()
    {
        var desk = party.Desk();
        party.Station();
        var recall = party.Sign(Recall.Of(desk, "x"));
        party.Officer();
        (from order in Gen.Shuffle(new[] { 0, 1, 2, 3, 2, 0 })
         from headAt in Gen.Int[0, 6]
         select (order, headAt)).Sample(drawn =>
         {
             var known = KnownChain.Empty(party.Mark);
             for (var step = 0; step <= drawn.order.Length; step++)
             {
                 if (step == drawn.headAt)
                     known = known.After(party.Chain.Head);
                 if (step < drawn.order.Length)
                     known = drawn.order[step] == 2
                         ? Assert.IsType<ChainTaking.Taken>(known.After(recall)).Next
                         : After(known, party.Chain.Entries[drawn.order[step]]);
             }
             return known is { Standing: HeadStanding.Whole, Missing: 0 } && known.IsRecalled(desk);
         }, iter: 200);
    }

    [Fact]
    [Trait("Row", "6")]
    public void Two_chains_of_one_seal_are_a_fork_with_both_entries_as_proof()
    {
        using var copy = new PartyInATest(); // The same seed: the seal used on a second machine.
        var (one, two) = (party.Desk().Entry, copy.Officer().Entry);
        var known = After(KnownChain.Empty(party.Mark), one);
        Assert.Equal(new ChainTaking.Forked(one, two), known.After(two));
        var further = copy.Officer().Entry;
        Assert.Equal(new ChainTaking.Forked(one, further), known.After(further));
        Assert.Equal(new ChainTaking.Forked(further, one), After(KnownChain.Empty(party.Mark), further).After(one));
    }

    [Fact]
    [Trait("Row", "6")]
    public void A_head_that_contradicts_an_entry_or_an_earlier_head_is_a_fork()
    {
        var entry = party.Desk().Entry;
        var other = new ChainHead(1, party.Bytes(32));
        var start = KnownChain.Empty(party.Mark);
        Assert.Equal(HeadStanding.Forked, After(start, entry).After(other).Standing);
        Assert.Equal(HeadStanding.Forked, After(start.After(other), entry).Standing);
        Assert.Equal(HeadStanding.Forked, start.After(other).After(party.Chain.Head).Standing);
        party.Officer();
        // Named first, overtaken by a higher head, and contradicted only when its entry arrives.
        Assert.Equal(HeadStanding.Forked, After(start.After(other).After(party.Chain.Head), entry).Standing);
        Assert.Equal(HeadStanding.Withheld, After(start.After(party.Chain.Head), entry).Standing);
    }

    [Fact]
    public void Nothing_follows_a_succession()
    {
        var desk = party.Desk();
        using var next = new PartyInATest("Aldermark", 9);
        var succession = party.Sign(new Succession(next.Seal.PublicKey));
        Assert.Throws<InvalidOperationException>(() => party.Desk());
        Assert.Equal(desk, party.Sign(desk.Content)); // What was signed before is given again.
        var known = After(After(KnownChain.Empty(party.Mark), desk.Entry), succession.Entry);
        Assert.True(known.HasEnded);
        using var copy = new PartyInATest();
        copy.Sign(desk.Content);
        copy.Station();
        var after = copy.Officer().Entry;
        Assert.Equal(new ChainTaking.Forked(succession.Entry, after), known.After(after));
    }

    [Fact]
    public void Another_seals_entry_another_name_and_absurd_numbers_change_nothing()
    {
        using var other = new PartyInATest("Aldermark", 2);
        using var renamed = new PartyInATest("Sorvane", 1);
        var known = KnownChain.Empty(party.Mark);
        Assert.IsType<ChainTaking.AnotherSeals>(known.After(other.Desk().Entry));
        Assert.IsType<ChainTaking.AnotherSeals>(known.After(renamed.Desk().Entry));
        var far = known.After(new ChainHead(ulong.MaxValue, party.Bytes(32)));
        Assert.Equal((HeadStanding.Withheld, ulong.MaxValue), (far.Standing, far.Missing));
        foreach (var number in (ulong[])[KnownChain.EntriesMax + 1, ulong.MaxValue])
        {
            var entry = party.Seal.SignAt(number);
            Assert.IsType<ChainTaking.Full>(known.After(entry));
        }
    }

    [Fact]
    public void A_head_has_a_number_and_a_hash_or_neither()
    {
        party.Desk();
        foreach (var head in (ChainHead[])[ChainHead.None, party.Chain.Head])
            Assert.Equal(head, WireValue.Decode<ChainHead>(WireValue.Encode(head).Span));
        Assert.Throws<DecodeException>(() =>
            WireValue.Decode<ChainHead>(WireValue.Encode(new ChainHead(0, party.Bytes(32))).Span));
        Assert.Throws<DecodeException>(() =>
            WireValue.Decode<ChainHead>(WireValue.Encode(new ChainHead(1, Opaque.Zeros(32))).Span));
    }

    [Fact]
    public void A_recall_names_an_accreditation_before_it_and_gives_a_reason()
    {
        var desk = party.Desk();
        Assert.Throws<ArgumentException>(() => party.Sign(Recall.Of(desk, "")));
        Assert.Throws<ArgumentException>(() => party.Sign(Recall.Of(desk, "two\nlines")));
        Assert.Throws<ArgumentException>(() => party.Sign(Recall.Of(desk, "x") with { Serial = 2 }));
        Assert.Throws<ArgumentException>(() => party.Sign(Recall.Of(desk, "x") with { Serial = 0 }));
        Assert.Equal(2ul, party.Sign(Recall.Of(desk, "x")).Number);
    }

    private static KnownChain After(KnownChain known, SealEntry entry) =>
        Assert.IsType<ChainTaking.Taken>(known.After(entry)).Next;
}
