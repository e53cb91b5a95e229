using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Tests.Secrets;

public sealed class SecretsAreWipedAndNeverPrinted
{
    [Fact]
    public void A_disposed_secret_is_overwritten_in_its_own_memory()
    {
        var secret = SecretBytes.CopyOf([1, 2, 3, 4]);
        var view = secret.Reveal();
        Assert.Equal([1, 2, 3, 4], view.ToArray());
        secret.Dispose();
        Assert.Equal([0, 0, 0, 0], view.ToArray());
    }

    [Fact]
    public void A_disposed_secret_reveals_nothing()
    {
        var secret = SecretBytes.CopyOf([1]);
        secret.Dispose();
        Assert.Throws<ObjectDisposedException>(() => secret.Reveal().Length);
    }

    [Fact]
    public void Its_text_is_its_size() =>
        Assert.Equal("secret of 5 bytes", SecretBytes.CopyOf("Vorra"u8).ToString());

    [Fact]
    public void Equal_content_is_equal_and_one_bit_of_difference_is_not()
    {
        using var secret = SecretBytes.CopyOf([7, 8]);
        Assert.True(secret.FixedTimeEquals([7, 8]));
        Assert.False(secret.FixedTimeEquals([7, 9]));
        Assert.False(secret.FixedTimeEquals([7]));
    }

    [Fact]
    public void A_secret_has_a_largest_size()
    {
        Assert.Equal(SecretBytes.BytesMax, SecretBytes.Create(SecretBytes.BytesMax, _ => { }).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => SecretBytes.Create(SecretBytes.BytesMax + 1, _ => { }));
    }

    [Fact]
    public void Two_draws_from_the_system_differ_and_a_seed_repeats()
    {
        using var one = SecretBytes.Random(32, new SystemRandom());
        using var other = SecretBytes.Random(32, new SystemRandom());
        Assert.False(one.FixedTimeEquals(other.Reveal()));

        using var seeded = SecretBytes.Random(70, new SeededRandom(5));
        using var again = SecretBytes.Random(70, new SeededRandom(5));
        Assert.True(seeded.FixedTimeEquals(again.Reveal()));
    }
}
