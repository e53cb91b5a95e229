using System.Security.Cryptography;
using Coulisse.Crypto.Passphrases;
using Coulisse.Wire.Credence;
using CsCheck;

namespace Coulisse.Wire.Tests.Credence;

public sealed class TheKeyFileOpensOnlyWithItsPassphrase
{
    private static readonly Argon2Parameters Cheap = new(MemoryKiB: 64, Passes: 1);
    private static readonly byte[] File = Make();

    [Fact]
    public void The_right_passphrase_gives_the_seal_back()
    {
        using var passphrase = Passphrase.From("a quiet line of words")!;
        using var seal = Assert.IsType<SealOpening.Opened>(SealKeyFile.Open(File, passphrase)).Seal;
        using var original = Seal.Generate("Aldermark", new SeededRandom(1));
        Assert.Equal((original.PublicKey, "Aldermark"), (seal.PublicKey, seal.Party));
    }

    [Fact]
    public void The_header_is_read_without_a_passphrase()
    {
        using var original = Seal.Generate("Aldermark", new SeededRandom(1));
        Assert.Equal(new SealKeyFileReading.Named("Aldermark", original.PublicKey, Cheap), SealKeyFile.Read(File));
    }

    [Fact]
    public void Another_passphrase_is_wrong_and_the_file_is_not_called_damaged()
    {
        using var passphrase = Passphrase.From("a quiet line of word")!;
        Assert.Equal(SealKeyFileRefusal.WrongPassphrase, Assert.IsType<SealOpening.Refused>(SealKeyFile.Open(File, passphrase)).Why);
    }

    [Fact]
    public void Any_flipped_bit_is_damage_and_never_a_wrong_passphrase()
    {
        using var passphrase = Passphrase.From("a quiet line of words")!;
        for (var bit = 0; bit < File.Length * 8; bit++)
        {
            var altered = (byte[])File.Clone();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            var expected = bit / 8 < 16 ? SealKeyFileRefusal.NotASealKeyFile
                : bit / 8 < 18 ? SealKeyFileRefusal.OtherVersion
                : SealKeyFileRefusal.Damaged;
            Assert.Equal(expected, Assert.IsType<SealOpening.Refused>(SealKeyFile.Open(altered, passphrase)).Why);
        }
    }

    [Fact]
    public void A_file_cut_short_or_with_bytes_after_it_is_damaged()
    {
        for (var length = 18; length < File.Length; length++)
            Assert.Equal(new SealKeyFileReading.Refused(SealKeyFileRefusal.Damaged),
                SealKeyFile.Read(File.AsSpan(0, length)));
        Assert.Equal(new SealKeyFileReading.Refused(SealKeyFileRefusal.Damaged), SealKeyFile.Read([.. File, 0]));
    }

    /// <summary>The checksums renewed, so that only the limit stands between the file and 4 TiB.</summary>
    [Theory]
    [InlineData(0xffff_ffff, 3)]
    [InlineData(Argon2Parameters.MemoryKiBMax + 1, 3)]
    [InlineData(64, 1_000_000)]
    [InlineData(0, 0)]
    public void A_file_that_asks_for_too_much_is_refused_before_anything_is_computed(uint memoryKiB, uint passes)
    {
        var hostile = (byte[])File.Clone();
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(hostile.AsSpan(18), memoryKiB);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(hostile.AsSpan(22), passes);
        RenewChecks(hostile);
        using var passphrase = Passphrase.From("a quiet line of words")!;
        Assert.Equal(SealKeyFileRefusal.CostBeyondLimits,
            Assert.IsType<SealOpening.Refused>(SealKeyFile.Open(hostile, passphrase)).Why);
    }

    [Fact]
    public void A_header_exchanged_under_renewed_checks_does_not_open()
    {
        var hostile = (byte[])File.Clone();
        hostile[43] ^= 1; // a letter of the party's name
        RenewChecks(hostile);
        using var passphrase = Passphrase.From("a quiet line of words")!;
        Assert.Equal(SealKeyFileRefusal.WrongPassphrase,
            Assert.IsType<SealOpening.Refused>(SealKeyFile.Open(hostile, passphrase)).Why);
    }

    [Fact]
    public void Random_bytes_are_refused_and_never_throw() =>
        Gen.Byte.Array[0, 300].Sample(bytes =>
            SealKeyFile.Read([.. "COULISSE SEALKEY"u8, 0, 1, .. bytes]) is SealKeyFileReading.Refused
            && SealKeyFile.Read(bytes) is SealKeyFileReading.Refused, iter: 5_000);

    private static void RenewChecks(byte[] file)
    {
        var headerEnd = file.Length - 32 - 48 - 32;
        SHA256.HashData(file.AsSpan(0, headerEnd)).CopyTo(file, headerEnd);
        SHA256.HashData(file.AsSpan(0, file.Length - 32)).CopyTo(file, file.Length - 32);
    }

    private static byte[] Make()
    {
        using var seal = Seal.Generate("Aldermark", new SeededRandom(1));
        using var passphrase = Passphrase.From("a quiet line of words")!;
        return SealKeyFile.Write(seal, passphrase, Cheap, new SeededRandom(2));
    }
}
