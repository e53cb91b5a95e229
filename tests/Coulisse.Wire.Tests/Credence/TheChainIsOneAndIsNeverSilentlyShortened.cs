using Coulisse.Crypto.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Tests.Credence;

public sealed class TheChainIsOneAndIsNeverSilentlyShortened : IDisposable
{
    private static readonly DateTimeOffset Instant = new(2031, 5, 4, 9, 30, 0, TimeSpan.Zero);
    private readonly TemporaryFolder folder = new();
    private readonly Seal seal = Seal.Generate("Aldermark", new SeededRandom(1));
    private readonly string path;

    public TheChainIsOneAndIsNeverSilentlyShortened()
    {
        path = folder.File("a.chain");
        SealChainFile.Create(path, seal);
    }

    public void Dispose()
    {
        seal.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Entries_count_from_one_and_name_the_hash_of_the_one_before()
    {
        var entries = Sign(1, 2, 3);
        Assert.Equal([1ul, 2, 3], entries.Select(entry => entry.Content.Number));
        Assert.Equal(Opaque.Zeros(32), entries[0].Content.Previous);
        Assert.Equal(entries[0].Hash(), entries[1].Content.Previous);
        Assert.Equal(entries[1].Hash(), entries[2].Content.Previous);
        using var chain = Open();
        Assert.Equal(entries, chain.Entries);
    }

    [Fact]
    public void The_same_content_again_gives_the_same_entry_and_writes_nothing()
    {
        var first = Sign(1, 2);
        var length = new FileInfo(path).Length;
        using var chain = Open();
        Assert.Equal(first[0], chain.Continue(seal, SealEntryKind.Statement, Body(1), Instant.AddDays(3)));
        Assert.Equal(length, new FileInfo(path).Length);
        Assert.Equal(3ul, chain.Continue(seal, SealEntryKind.StatementWithdrawn, Body(1), Instant).Content.Number);
    }

    [Fact]
    public void Two_signings_cannot_have_the_chain_at_once()
    {
        using (Open())
            Assert.Equal(SealChainRefusal.InUse, Refusal());
        using var free = Open();
        Assert.Empty(free.Entries);
    }

    [Fact]
    public void A_chain_cut_anywhere_inside_its_last_record_is_torn_and_stays_closed()
    {
        Sign(1);
        var whole = (int)new FileInfo(path).Length;
        Sign(2);
        var bytes = File.ReadAllBytes(path);
        for (var length = whole + 1; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Equal(new SealChainOpening.Refused(SealChainRefusal.TornTail, whole),
                SealChainFile.Open(path, seal.Party, seal.PublicKey));
            Assert.Equal(length, new FileInfo(path).Length);
        }
    }

    [Fact]
    public void A_tail_of_zeros_or_with_a_wrong_check_is_torn_too()
    {
        Sign(1);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, [.. bytes, .. new byte[300]]);
        Assert.Equal(SealChainRefusal.TornTail, Refusal());
        bytes[^20] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Equal(SealChainRefusal.TornTail, Refusal());
    }

    [Fact]
    public void A_torn_tail_set_aside_is_kept_and_the_chain_goes_on()
    {
        var first = Sign(1);
        var whole = (int)new FileInfo(path).Length;
        Sign(2);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^5]);
        var aside = SealChainFile.SetTornTailAside(path, seal.Party, seal.PublicKey);
        Assert.Equal(bytes[whole..^5], File.ReadAllBytes(aside!));
        using var chain = Open();
        Assert.Equal(first, chain.Entries);
        Assert.Equal(2ul, chain.Continue(seal, SealEntryKind.Statement, Body(2), Instant).Content.Number);
    }

    [Fact]
    public void A_whole_chain_has_nothing_to_set_aside()
    {
        Sign(1);
        var bytes = File.ReadAllBytes(path);
        Assert.Null(SealChainFile.SetTornTailAside(path, seal.Party, seal.PublicKey));
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void Any_flipped_bit_before_the_last_record_is_damage()
    {
        Sign(1, 2);
        var bytes = File.ReadAllBytes(path);
        Sign(3);
        var longer = File.ReadAllBytes(path);
        for (var bit = 16 * 8; bit < bytes.Length * 8; bit += 5)
        {
            var altered = (byte[])longer.Clone();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(path, altered);
            var refusal = Refusal();
            // A length that now claims more than the file has cannot be told from a record cut off.
            Assert.True(refusal is SealChainRefusal.Damaged or SealChainRefusal.TornTail, $"bit {bit}: {refusal}");
        }
    }

    [Fact]
    public void Records_of_the_same_seal_in_another_order_are_damage()
    {
        var header = (int)new FileInfo(path).Length;
        Sign(1);
        var first = File.ReadAllBytes(path)[header..];
        Sign(2);
        var second = File.ReadAllBytes(path)[(header + first.Length)..];
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path)[..header], .. second, .. first]);
        Assert.Equal(SealChainRefusal.Damaged, Refusal());
    }

    /// <summary>
    /// Right checks, signatures and numbers: only the hash of the entry before tells the two chains apart.
    /// </summary>
    [Fact]
    public void An_entry_that_continues_another_chain_of_the_same_seal_is_damage()
    {
        Sign(1);
        var first = File.ReadAllBytes(path).Length;
        Sign(2);
        var other = File.ReadAllBytes(path);
        File.Delete(path);
        SealChainFile.Create(path, seal);
        Sign(3);
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path), .. other[first..]]);
        Assert.Equal(new SealChainOpening.Refused(SealChainRefusal.Damaged, first),
            SealChainFile.Open(path, seal.Party, seal.PublicKey));
    }

    [Fact]
    public void A_missing_chain_another_seals_chain_and_any_other_file_are_told_apart()
    {
        using var other = Seal.Generate("Aldermark", new SeededRandom(2));
        Assert.Equal(new SealChainOpening.Refused(SealChainRefusal.AnotherSeal, 0),
            SealChainFile.Open(path, other.Party, other.PublicKey));
        Assert.Equal(new SealChainOpening.Refused(SealChainRefusal.Missing, 0),
            SealChainFile.Open(folder.File("none"), seal.Party, seal.PublicKey));
        File.WriteAllText(path, "a letter");
        Assert.Equal(SealChainRefusal.NotAChain, Refusal());
    }

    [Fact]
    public void A_chain_is_never_made_over_another() =>
        Assert.Throws<IOException>(() => SealChainFile.Create(path, seal));

    [Fact]
    public void An_entry_of_an_unknown_kind_or_with_another_signature_is_refused()
    {
        var bytes = Sign(1)[0].Encode().ToArray();
        Assert.Equal(bytes, SealEntry.Read(bytes).Encode().ToArray());
        var kindOffset = 1 + "Aldermark".Length + 32 + 8 + 32 + 1;
        bytes[kindOffset] = 9;
        Assert.Equal(DecodeCode.UnknownValue, Assert.Throws<DecodeException>(() => SealEntry.Read(bytes)).Code);
        bytes[kindOffset] = 2;
        Assert.Equal(DecodeCode.BadContent, Assert.Throws<DecodeException>(() => SealEntry.Read(bytes)).Code);
    }

    private static Opaque Body(byte content) => Opaque.CopyOf(Enumerable.Repeat(content, 32).ToArray());

    private SealEntry[] Sign(params byte[] bodies)
    {
        using var chain = Open();
        return [.. bodies.Select(body => chain.Continue(seal, SealEntryKind.Statement, Body(body), Instant))];
    }

    private SealChainFile Open() =>
        Assert.IsType<SealChainOpening.Opened>(SealChainFile.Open(path, seal.Party, seal.PublicKey)).Chain;

    private SealChainRefusal Refusal() =>
        Assert.IsType<SealChainOpening.Refused>(SealChainFile.Open(path, seal.Party, seal.PublicKey)).Why;
}
