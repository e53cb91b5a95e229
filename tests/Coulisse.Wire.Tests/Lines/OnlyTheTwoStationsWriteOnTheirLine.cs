using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Wire.Tests.Lines;

[Trait("Row", "5")]
public sealed class OnlyTheTwoStationsWriteOnTheirLine : IDisposable
{
    private readonly StationInATest a = new("Aldermark", 1);
    private readonly StationInATest b = new("Sorvane", 2);
    private readonly LineParties parties = LineParties.Of("Sorvane", "Aldermark");
    private readonly LineKey keyOfA;
    private readonly LineKey keyOfB;

    public OnlyTheTwoStationsWriteOnTheirLine()
    {
        keyOfA = LineKey.Derive(a.LinePrivate, a.Accreditation, b.Accreditation)!;
        keyOfB = LineKey.Derive(b.LinePrivate, b.Accreditation, a.Accreditation)!;
    }

    public void Dispose()
    {
        keyOfA.Dispose();
        keyOfB.Dispose();
        a.Dispose();
        b.Dispose();
    }

    [Fact]
    public void Both_derive_one_key_and_know_their_sides()
    {
        Assert.Equal(keyOfA.Term, keyOfB.Term);
        Assert.Equal((Side.A, Side.B), (parties.SideOf("Aldermark"), parties.SideOf("Sorvane")));
        Assert.Null(parties.SideOf("Orvelund"));
        Assert.Throws<ArgumentException>(() => LineParties.Of("Sorvane", "Sorvane"));
        var read = Read(Bundle(2), keyOfB);
        Assert.Equal(2, read.Entries.Count);
        Assert.Equal(Standing(), read.Standing);
        Assert.Equal((0, 0, false), (read.Strange, read.Unreadable, read.IsCut));
    }

    [Fact]
    public void A_party_at_home_is_alone_and_its_log_is_no_lines()
    {
        var home = LineParties.Home("Aldermark");
        Assert.True(home.IsHome);
        Assert.False(parties.IsHome);
        Assert.Equal([Side.A], home.Sides);
        Assert.Equal((Side.A, null), (home.SideOf("Aldermark"), home.SideOf("Sorvane")));
        Assert.Equal(3, new[] { home.Id, LineParties.Home("Sorvane").Id, parties.Id }.Distinct().Count());
        Assert.Throws<ArgumentException>(() => LineParties.Home(""));
    }

    [Fact]
    public void A_renewed_station_begins_a_new_term()
    {
        using var renewed = LineKey.Derive(a.LinePrivate, a.Renewed(), b.Accreditation)!;
        Assert.NotEqual(keyOfA.Term, renewed.Term);
        Assert.Null(Read(Bundle(1), renewed).Standing);
    }

    [Fact]
    public void A_third_station_makes_nothing_that_is_taken()
    {
        using var third = new StationInATest("Orvelund", 3);
        using var key = LineKey.Derive(third.LinePrivate, third.Accreditation, b.Accreditation)!;
        var forged = new BundleWriter(key, Standing(), LineLimits.BundleBytesMax);
        Assert.True(forged.TryAdd(Encoded(1), Entry.HashOf(Encoded(1))));
        var read = Read(forged.Finish(), keyOfB);
        Assert.Null(read.Standing);
        Assert.Empty(read.Entries);
        Assert.Equal(2, read.Strange);
    }

    [Fact]
    public void Every_flipped_bit_takes_away_the_piece_it_is_in_and_no_other()
    {
        var bundle = Bundle(1).ToArray();
        var whole = Read(Opaque.CopyOf(bundle), keyOfB);
        for (var bit = 0; bit < bundle.Length * 8; bit += 3)
        {
            bundle[bit / 8] ^= (byte)(1 << (bit % 8));
            var read = Read(Opaque.CopyOf(bundle), keyOfB);
            Assert.False(read.Standing is not null && read.Entries.Count == 1, $"bit {bit} changed nothing");
            Assert.All(read.Entries, entry => Assert.Equal(whole.Entries[0].Hash, entry.Hash));
            bundle[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void A_cut_bundle_gives_what_is_whole_in_it()
    {
        var bundle = Bundle(3);
        var found = new HashSet<int>();
        for (var length = 0; length < bundle.Length; length += 7)
        {
            var read = Read(Opaque.CopyOf(bundle.Span[..length]), keyOfB);
            found.Add(read.Entries.Count);
            Assert.Equal(0, read.Strange + read.Unreadable);
        }
        Assert.Equal([0, 1, 2], found.Order());
    }

    [Fact]
    public void An_entry_of_another_line_side_or_place_is_not_taken()
    {
        Assert.Empty(BundleReading.Read(Bundle(1).Span, parties.Id, Side.B, _ => keyOfB).Entries);
        var other = LineParties.Of("Aldermark", "Orvelund").Id;
        Assert.Empty(BundleReading.Read(Bundle(1).Span, other, Side.A, _ => keyOfB).Entries);
        var elsewhere = Written(1) with { Line = other };
        var carried = CarriedEntry.Of(WireValue.Encode(elsewhere), Entry.HashOf(WireValue.Encode(elsewhere)), keyOfA);
        Assert.Null(carried.Verified(keyOfB, parties.Id, Side.A));
    }

    [Fact]
    public void An_entry_of_the_readers_own_log_is_given_back_to_it_and_is_none_of_the_others()
    {
        var own = WireValue.Encode(Written(1) with { Side = Side.B });
        var writer = new BundleWriter(keyOfA, Standing(), LineLimits.BundleBytesMax);
        writer.TryAdd(own, Entry.HashOf(own));
        var read = Read(writer.Finish(), keyOfB);
        Assert.Empty(read.Entries);
        Assert.Equal(own, Assert.Single(read.Returned).Bytes);
    }

    [Fact]
    public void An_authentic_entry_that_breaks_a_rule_is_told_from_a_strange_one()
    {
        var broken = WireValue.Encode(Written(1) with { Place = new(1, 9) });
        var writer = new BundleWriter(keyOfA, Standing(), LineLimits.BundleBytesMax);
        writer.TryAdd(broken, Entry.HashOf(broken));
        var read = Read(writer.Finish(), keyOfB);
        Assert.Equal((0, 1), (read.Strange, read.Unreadable));
    }

    [Fact]
    public void A_handshake_counts_only_with_its_stations_endorsement()
    {
        var commit = Message(100) with { Kind = EnvelopeKind.Commit, Epoch = 3 };
        var endorsed = Endorsement.Give(commit, parties.Id, Side.A, a.Endorsement);
        bool Good(Envelope envelope, Side side = Side.A) =>
            Endorsement.IsGood(envelope, parties.Id, side, a.Endorsement.PublicKey);
        Assert.True(Good(endorsed));
        Assert.False(Good(commit));
        Assert.False(Good(endorsed, Side.B));
        Assert.False(Good(endorsed with { Epoch = 4 }));
        Assert.False(Good(endorsed with { Kind = EnvelopeKind.Proposal }));
        Assert.False(Good(endorsed with { Content = a.Bytes(100) }));
        Assert.False(Endorsement.IsGood(endorsed, parties.Id, Side.A, b.Endorsement.PublicKey));
        Assert.True(Good(Message(5)));
        Assert.Throws<ArgumentException>(() => Endorsement.Give(Message(5), parties.Id, Side.A, a.Endorsement));
    }

    private BundleReading Read(Opaque bundle, LineKey key) => BundleReading.Read(bundle.Span, parties.Id, Side.A,
        term => term == key.Term ? key : null);

    private Opaque Bundle(int entries)
    {
        var writer = new BundleWriter(keyOfA, Standing(), LineLimits.BundleBytesMax);
        for (var number = 1; number <= entries; number++)
            Assert.True(writer.TryAdd(Encoded((ulong)number), Entry.HashOf(Encoded((ulong)number))));
        return writer.Finish();
    }

    private Standing Standing() => new(parties.Id, Side.A, 5,
        [new(new(1, 3), Opaque.CopyOf(new byte[32].Select((_, at) => (byte)(at + 1)).ToArray()))],
        [new(1, SequenceSet.Of(new SequenceRange(1, 4)), SequenceSet.Empty)],
        [new(new RoomId(Opaque.CopyOf([1, 2])), 7)], LineWindow.Usual, StationMemory.None,
        [keyOfA.Term]);

    private Opaque Encoded(ulong number) => WireValue.Encode(Written(number));

    private Entry Written(ulong number) => new(parties.Id, Side.A, new(1, number),
        number == 1 ? EntryLink.Start
            : new(new(1, number - 1), Opaque.CopyOf(Enumerable.Repeat((byte)number, 32).ToArray())),
        [Fixed]);

    private static Envelope Fixed { get; } = new(EnvelopeKind.Message, Precedence.Flash,
        new(Opaque.CopyOf([1, 2])), 7, Opaque.CopyOf([1, 2, 3]), Opaque.Empty);

    private Envelope Message(int length) => Fixed with { Content = a.Bytes(length) };
}
