using System.Text.Json;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tests.Vectors;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Framing;

public sealed class Protection_matches_the_vectors
{
    private const uint Leaf = 1; // The sender in all of these vectors, in a tree of two.

    [Fact]
    public void Every_message_of_message_protection_opens_and_is_made_again() =>
        SuiteVectors.Each("message-protection", (suite, test) =>
        {
            using var epoch = EpochOf(suite, test);
            var proposal = TlsCodec.Decode<Proposal>(test.Hex("proposal"));
            var commit = TlsCodec.Decode<Commit>(test.Hex("commit"));
            Handshake(epoch, test, "proposal", new FramedBody.Proposed(proposal));
            Handshake(epoch, test, "commit", new FramedBody.Committed(commit));
            Application(epoch, test);
        });

    private static void Handshake(OneEpoch epoch, JsonElement test, string name, FramedBody body)
    {
        var hidden = epoch.Open(test.Hex(name + "_priv"));
        hidden.Next.Dispose();
        Assert.Equal(body, hidden.Content.Content.Body);
        Assert.Equal(body, InTheOpen(epoch, test.Hex(name + "_pub")).Content.Body);

        var tag = body.Type == ContentType.Commit ? epoch.Framing.Secrets.ConfirmationTag("any"u8) : (Opaque?)null;
        var secret = Signed(epoch, WireFormat.PrivateMessage, body, tag);
        var made = epoch.Framing.Protect(epoch.Ratchets, secret, Padding.None, OneEpoch.Chance)!.Value;
        made.Next.Dispose();
        Assert.Equal(secret, Dropped(epoch.Open(made.Message.ToArray())));
        var open = Signed(epoch, WireFormat.PublicMessage, body, tag);
        var encoded = new MlsMessage.Public(epoch.Framing.Protect(open)).Encode<MlsMessage>();
        Assert.Equal(open, InTheOpen(epoch, encoded.ToArray()));
    }

    private static void Application(OneEpoch epoch, JsonElement test)
    {
        var text = test.Hex("application");
        var body = Dropped(epoch.Open(test.Hex("application_priv"))).Content.Body;
        Assert.Equal(text, Assert.IsType<FramedBody.Application>(body).Data.Span);
        var ours = Dropped(epoch.Open(epoch.Message(Leaf, text))).Content.Body;
        Assert.Equal(text, Assert.IsType<FramedBody.Application>(ours).Data.Span);
    }

    private static AuthenticatedContent Signed(OneEpoch epoch, WireFormat format, FramedBody body, Opaque? tag)
    {
        var content = epoch.Content(Leaf, body);
        var signature = epoch.Framing.SignContent(epoch.KeyOf(Leaf), format, content);
        return new AuthenticatedContent(format, content, new FramedContentAuthData(signature, tag));
    }

    private static AuthenticatedContent InTheOpen(OneEpoch epoch, byte[] message)
    {
        var decoded = Assert.IsType<MlsMessage.Public>(TlsCodec.Decode<MlsMessage>(message)).Message;
        var content = epoch.Framing.Unprotect(decoded);
        Assert.True(epoch.Framing.VerifyContent(epoch.KeyOf(Leaf).PublicKey.Value, content));
        Assert.False(epoch.Framing.VerifyContent(epoch.KeyOf(0).PublicKey.Value, content));
        return content;
    }

    private static AuthenticatedContent Dropped(OpenedMessage opened)
    {
        opened.Next.Dispose();
        return opened.Content;
    }

    private static OneEpoch EpochOf(Ciphersuite suite, JsonElement test)
    {
        var context = OneEpoch.Context(suite, test.Hex("group_id"), new Epoch(test.GetProperty("epoch").GetUInt64()),
            test.Hex("tree_hash"), test.Hex("confirmed_transcript_hash"));
        var secrets = SecretsOf(suite, test);
        var ratchets = SecretTree.Create(suite, leafCount: 2, secrets.Encryption);
        var key = SignaturePrivateKey.FromSeed(test.Hex("signature_priv"));
        Assert.Equal(test.Hex("signature_pub"), key.PublicKey.Value.ToArray());
        return new OneEpoch(new EpochFraming(suite, context, context.Encode(), secrets), ratchets,
            SignaturePrivateKey.Generate(OneEpoch.Chance), key);
    }

    /// <summary>An epoch whose secrets are the vector's where it gives any.</summary>
    private static EpochSecrets SecretsOf(Ciphersuite suite, JsonElement test)
    {
        var other = new byte[suite.Hash.HashBytes];
        var saved = new ScratchWriter(stackalloc byte[512]);
        saved.WriteVector(test.Hex("sender_data_secret"));
        saved.WriteVector(test.Hex("encryption_secret"));
        saved.WriteVector(other);
        saved.WriteVector(other);
        saved.WriteVector(other);
        saved.WriteVector(test.Hex("membership_key"));
        saved.WriteVector(other);
        saved.WriteVector(other);
        saved.WriteVector(other);
        var reader = new TlsReader(saved.Written.ToArray());
        return EpochSecrets.Load(suite, ref reader);
    }
}
