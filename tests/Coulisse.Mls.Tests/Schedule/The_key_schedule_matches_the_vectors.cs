using System.Text;
using System.Text.Json;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tests.Vectors;

namespace Coulisse.Mls.Tests.Schedule;

public sealed class The_key_schedule_matches_the_vectors
{
    [Fact]
    public void Every_epoch_of_key_schedule_follows_from_the_one_before() =>
        SuiteVectors.Each("key-schedule", (suite, test) =>
        {
            var init = SecretBytes.CopyOf(test.Hex("initial_init_secret"));
            foreach (var epoch in test.GetProperty("epochs").EnumerateArray())
                init = NextInitSecret(suite, init, epoch);
            init.Dispose();
        });

    [Fact]
    public void Every_case_of_psk_secret_combines_in_order() =>
        SuiteVectors.Each("psk_secret", (suite, test) =>
        {
            var psks = test.GetProperty("psks").EnumerateArray().Select(Injected).ToList();
            using var combined = suite.CombinePsks(psks);
            Assert.Equal(test.Hex("psk_secret"), combined.Reveal());
        });

    [Fact]
    public void Every_case_of_transcript_hashes_holds() =>
        SuiteVectors.Each("transcript-hashes", (suite, test) =>
        {
            var content = test.Hex("authenticated_content");
            var tag = content.AsSpan(^suite.Hash.HashBytes);
            var confirmed = suite.ConfirmedTranscriptHash(Opaque.CopyOf(test.Hex("interim_transcript_hash_before")),
                content.AsSpan(..^(suite.Hash.HashBytes + 1))); // Without the tag and its length of one byte.
            Assert.Equal(test.Hex("confirmed_transcript_hash_after"), confirmed.ToArray());
            var interim = suite.InterimTranscriptHash(confirmed, Opaque.CopyOf(tag));
            Assert.Equal(test.Hex("interim_transcript_hash_after"), interim.ToArray());
            using var key = SecretBytes.CopyOf(test.Hex("confirmation_key"));
            Assert.True(suite.VerifyMac(key, confirmed.Span, tag));
            Assert.False(suite.VerifyMac(key, interim.Span, tag));
            Assert.False(suite.VerifyMac(key, confirmed.Span, tag[1..]));
        });

    private static SecretBytes NextInitSecret(Ciphersuite suite, SecretBytes init, JsonElement epoch)
    {
        using var before = init;
        using var commit = SecretBytes.CopyOf(epoch.Hex("commit_secret"));
        using var psk = SecretBytes.CopyOf(epoch.Hex("psk_secret"));
        using var joiner = suite.JoinerSecret(before, commit, epoch.Hex("group_context"));
        using var welcome = suite.WelcomeSecret(joiner, psk);
        using var secrets = suite.EpochSecrets(joiner, psk, epoch.Hex("group_context"));
        Assert.Equal(epoch.Hex("joiner_secret"), joiner.Reveal());
        Assert.Equal(epoch.Hex("welcome_secret"), welcome.Reveal());
        Same(secrets, epoch);
        Exported(secrets, epoch.GetProperty("exporter"));
        using var external = secrets.ExternalKeyPair();
        Assert.Equal(epoch.Hex("external_pub"), external.PublicKey.Value.ToArray());
        return SecretBytes.CopyOf(secrets.Init.Reveal());
    }

    private static void Same(EpochSecrets secrets, JsonElement epoch)
    {
        Assert.Equal(epoch.Hex("init_secret"), secrets.Init.Reveal());
        Assert.Equal(epoch.Hex("sender_data_secret"), secrets.SenderData.Reveal());
        Assert.Equal(epoch.Hex("encryption_secret"), secrets.Encryption.Reveal());
        Assert.Equal(epoch.Hex("exporter_secret"), secrets.Exporter.Reveal());
        Assert.Equal(epoch.Hex("epoch_authenticator"), secrets.Authenticator.Reveal());
        Assert.Equal(epoch.Hex("external_secret"), secrets.External.Reveal());
        Assert.Equal(epoch.Hex("confirmation_key"), secrets.Confirmation.Reveal());
        Assert.Equal(epoch.Hex("membership_key"), secrets.Membership.Reveal());
        Assert.Equal(epoch.Hex("resumption_psk"), secrets.Resumption.Reveal());
    }

    /// <summary>The vectors print the label as hexadecimal digits and mean those digits themselves.</summary>
    private static void Exported(EpochSecrets secrets, JsonElement exporter)
    {
        var label = Encoding.ASCII.GetBytes(exporter.GetProperty("label").GetString()!);
        using var exported = secrets.Export(label, exporter.Hex("context"), exporter.GetProperty("length").GetInt32());
        Assert.Equal(exporter.Hex("secret"), exported.Reveal());
    }

    /// <summary>PreSharedKeyID of an external key: its kind, psk_id and psk_nonce as vectors.</summary>
    private static InjectedPsk Injected(JsonElement psk)
    {
        var id = new ScratchWriter(stackalloc byte[256]);
        id.WriteUInt8(1);
        id.WriteVector(psk.Hex("psk_id"));
        id.WriteVector(psk.Hex("psk_nonce"));
        return new InjectedPsk(Opaque.CopyOf(id.Written), SecretBytes.CopyOf(psk.Hex("psk")));
    }
}
