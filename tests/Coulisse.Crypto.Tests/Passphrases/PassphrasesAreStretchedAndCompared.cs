using System.Text;
using Coulisse.Crypto.Passphrases;

namespace Coulisse.Crypto.Tests.Passphrases;

public sealed class PassphrasesAreStretchedAndCompared
{
    private static readonly Argon2Parameters Cheap = new(MemoryKiB: 64, Passes: 1);

    /// <summary>
    /// Made with the reference program of the Argon2 authors: <c>argon2 somesaltsomesalt -id -t T -k M -p 1 -l 32</c>.
    /// </summary>
    [Theory]
    [InlineData(19_456, 2, "93da21ae87a3672d4f37913549b1cd3ee83abc1f1e4006a16f948e029ea2185e")]
    [InlineData(1_024, 3, "bf30b46a26ad5c876ecb04716ec43317e647ac25186c5ccd2a37400fda9b6652")]
    public void Argon2id_gives_what_the_reference_program_gives(int memoryKiB, int passes, string expected)
    {
        using var passphrase = Passphrase.From("correct horse")!;
        using var derived = Argon2Id.Derive(passphrase, "somesaltsomesalt"u8, new(memoryKiB, passes), length: 32);
        Assert.Equal(expected, Convert.ToHexStringLower(derived.Reveal()));
    }

    [Fact]
    public void A_stored_passphrase_of_the_reference_program_verifies()
    {
        const string stored =
            "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$k9ohroejZy1PN5E1SbHNPug6vB8eQAahb5SOAp6iGF4";
        using var right = Passphrase.From("correct horse")!;
        using var wrong = Passphrase.From("correct horses")!;
        Assert.True(PassphraseHash.Verify(stored, right));
        Assert.False(PassphraseHash.Verify(stored, wrong));
        Assert.False(PassphraseHash.NeedsRehash(stored, Argon2Parameters.Account));
        Assert.True(PassphraseHash.NeedsRehash(stored, Argon2Parameters.KeyFile));
    }

    [Fact]
    public void A_stored_passphrase_has_its_own_salt_and_verifies()
    {
        var random = new SeededRandom(1);
        using var passphrase = Passphrase.From("a quiet line")!;
        var first = PassphraseHash.Create(passphrase, Cheap, random);
        var second = PassphraseHash.Create(passphrase, Cheap, random);
        Assert.NotEqual(first, second);
        Assert.StartsWith("$argon2id$v=19$m=64,t=1,p=1$", first, StringComparison.Ordinal);
        Assert.True(PassphraseHash.Verify(first, passphrase));
        Assert.True(PassphraseHash.Verify(second, passphrase));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$k9ohroejZy1PN5E1SbHNPug6vB8eQAahb5SOAp6iGF4")]
    [InlineData("$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$k9ohroejZy1PN5E1SbHNPug6vB8eQAahb5SOAp6iGF4")]
    [InlineData("$argon2id$v=19$m=4194304,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$k9ohroejZy1PN5E1SbHNPug6vB8eQAahb5SOAp6iGF4")]
    [InlineData("$argon2id$v=19$m=64,t=1000,p=1$c29tZXNhbHRzb21lc2FsdA$k9ohroejZy1PN5E1SbHNPug6vB8eQAahb5SOAp6iGF4")]
    [InlineData("$argon2id$v=19$m=064,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$k9ohroejZy1PN5E1SbHNPug6vB8eQAahb5SOAp6iGF4")]
    [InlineData("$argon2id$v=19$m=64,t=1,p=2$c29tZXNhbHRzb21lc2FsdA$k9ohroejZy1PN5E1SbHNPug6vB8eQAahb5SOAp6iGF4")]
    [InlineData("$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2Fsd$k9ohroejZy1PN5E1SbHNPug6vB8eQAahb5SOAp6iGF4")]
    [InlineData("$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$k9ohroejZy1PN5E1SbHNPug6vB8eQAahb5SOAp6iGF")]
    [InlineData("$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$k9ohroejZy1PN5E1SbHNPug6vB8eQAahb5SOAp6iGF5")]
    public void A_stored_text_of_any_other_form_is_false_and_asks_for_a_new_one(string stored)
    {
        using var passphrase = Passphrase.From("correct horse")!;
        Assert.False(PassphraseHash.Verify(stored, passphrase));
        Assert.True(PassphraseHash.NeedsRehash(stored, Cheap));
    }

    [Fact]
    public void The_same_passphrase_typed_on_another_keyboard_is_the_same()
    {
        using var composed = Passphrase.From("d\u00e9j\u00e0 \ufb01ni")!;
        using var decomposed = Passphrase.From("de\u0301ja\u0300 fini")!;
        using var utf8 = Passphrase.FromUtf8(Encoding.UTF8.GetBytes("d\u00e9j\u00e0 fini"))!;
        using var plain = Passphrase.From("deja fini")!;
        Assert.True(composed.FixedTimeEquals(decomposed));
        Assert.True(composed.FixedTimeEquals(utf8));
        Assert.False(composed.FixedTimeEquals(plain));
    }

    [Fact]
    public void Nothing_control_characters_halves_and_endless_text_are_no_passphrase()
    {
        Assert.Null(Passphrase.From(""));
        Assert.Null(Passphrase.From("two\nlines"));
        Assert.Null(Passphrase.From("half \ud83d"));
        Assert.Null(Passphrase.FromUtf8([0x61, 0xff]));
        Assert.Null(Passphrase.From(new string('a', Passphrase.CharactersMax + 1)));
        using var longest = Passphrase.From(new string('a', Passphrase.CharactersMax));
        Assert.NotNull(longest);
    }

    [Fact]
    public void Parameters_beyond_their_limits_are_not_computed()
    {
        using var passphrase = Passphrase.From("x")!;
        Assert.Throws<ArgumentException>(() =>
            Argon2Id.Derive(passphrase, new byte[16], new(Argon2Parameters.MemoryKiBMax + 1, 1), 32));
        Assert.Throws<ArgumentException>(() => Argon2Id.Derive(passphrase, new byte[15], Cheap, 32));
    }

    [Fact]
    public void A_passphrase_prints_nothing_of_itself() =>
        Assert.Equal("passphrase", Passphrase.From("marked-words")!.ToString());
}
