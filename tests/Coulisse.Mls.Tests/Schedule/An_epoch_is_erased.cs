using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Schedule;

namespace Coulisse.Mls.Tests.Schedule;

public sealed class An_epoch_is_erased
{
    private static readonly Ciphersuite Suite = Ciphersuite.X25519Aes128Gcm;

    [Fact]
    public void Every_secret_is_zero_in_memory_after_dispose()
    {
        var secrets = Suite.FirstEpochSecrets(new SystemRandom());
        foreach (var secret in Of(secrets))
            Assert.Contains(secret.Reveal().ToArray(), one => one != 0);
        var memory = Of(secrets).Select(secret => new Memory(secret)).ToList();
        secrets.Dispose();
        Assert.All(memory, one => Assert.True(one.IsZero));
        Assert.All(Of(secrets), secret => Assert.Throws<ObjectDisposedException>(() => { _ = secret.Reveal(); }));
    }

    [Fact]
    public void A_saved_epoch_loads_as_it_was_the_erased_part_included()
    {
        using var secrets = Suite.FirstEpochSecrets(new SystemRandom());
        secrets.Encryption.Dispose();
        var output = new ScratchWriter(stackalloc byte[1024]);
        secrets.Save(ref output);
        var reader = new TlsReader(output.Written.ToArray());
        using var loaded = EpochSecrets.Load(Suite, ref reader);
        reader.End();
        Assert.True(loaded.Encryption.IsErased);
        Assert.Equal(secrets.ConfirmationTag("hash"u8), loaded.ConfirmationTag("hash"u8));
        Assert.Equal(secrets.Init.Reveal(), loaded.Init.Reveal());
    }

    [Fact]
    public void Tags_of_another_epoch_or_purpose_are_refused()
    {
        using var one = Suite.FirstEpochSecrets(new SystemRandom());
        using var other = Suite.FirstEpochSecrets(new SystemRandom());
        var tag = one.ConfirmationTag("hash"u8);
        Assert.True(one.VerifyConfirmationTag("hash"u8, tag.Span));
        Assert.False(one.VerifyConfirmationTag("Hash"u8, tag.Span));
        Assert.False(one.VerifyMembershipTag("hash"u8, tag.Span));
        Assert.False(other.VerifyConfirmationTag("hash"u8, tag.Span));
    }

    private static SecretBytes[] Of(EpochSecrets secrets) =>
    [
        secrets.SenderData, secrets.Encryption, secrets.Exporter, secrets.External, secrets.Confirmation,
        secrets.Membership, secrets.Resumption, secrets.Authenticator, secrets.Init,
    ];
}
