using System.Text.Json.Nodes;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tests.Group;
using static Coulisse.Mls.Tests.Vectors.Ours.VectorSeed;

namespace Coulisse.Mls.Tests.Vectors.Ours;

/// <summary>Makes message-protection and welcome: RFC 9420 §6 and §12.4.3.1.</summary>
internal static class MessageVectors
{
    internal static JsonArray MessageProtection()
    {
        var seed = new VectorSeed(6);
        var context = new GroupContext(
            new(Suite.Code), new(seed.Bytes(16)), new(7), seed.Bytes(48), seed.Bytes(48), []);
        using var secrets = Suite.FirstEpochSecrets(seed.Random);
        using var tree = SecretTree.Create(Suite, leafCount: 2, secrets.Encryption);
        using var key = SignaturePrivateKey.FromSeed(seed.Bytes(32).Span);
        var epoch = new EpochFraming(Suite, context, TlsCodec.Encode(context), secrets);
        var made = Frame(context, secrets);
        made["signature_pub"] = Hex(key.PublicKey.Value);
        using var keySeed = key.CopySeed();
        made["signature_priv"] = Hex(keySeed);
        var proposal = new Proposal.Remove(new(1));
        made["proposal"] = Hex(TlsCodec.Encode<Proposal>(proposal));
        Handshake(made, "proposal", epoch, tree, key, seed, new FramedBody.Proposed(proposal));
        var commit = new Commit([new ProposalOrRef.ByValue(proposal)], null);
        made["commit"] = Hex(commit.Encode());
        Handshake(made, "commit", epoch, tree, key, seed, new FramedBody.Committed(commit));
        var text = seed.Bytes(50);
        made["application"] = Hex(text);
        var said = Content(epoch, new FramedBody.Application(ApplicationData.CopyOf(text.Span)));
        var message = epoch.SignAndProtect(tree, key, said, Padding.None, seed.Random)!.Value;
        message.Next.Dispose();
        made["application_priv"] = Hex(message.Message);
        return [made];
    }

    internal static JsonArray Welcomes()
    {
        var random = new VectorSeed(12).Random;
        using var founder = new Party("founder", Suite, random);
        using var joiner = new Party("joiner", Suite, random);
        founder.Create("welcome");
        using var bundle = joiner.Package();
        var invited = founder.Commit(
            new CommitOptions { Now = Party.Now, ByValue = [new Proposal.Add(bundle.Package)] });
        using var initKey = bundle.InitKey.CopySecret();
        var made = Case();
        made["init_priv"] = Hex(initKey);
        made["signer_pub"] = Hex(founder.Signer.PublicKey.Value);
        made["key_package"] = Hex(TlsCodec.Encode<MlsMessage>(new MlsMessage.Offering(bundle.Package)));
        made["welcome"] = Hex(invited.Welcome!.Value);
        return [made];
    }

    private static JsonObject Frame(GroupContext context, EpochSecrets secrets)
    {
        var made = Case();
        made["group_id"] = Hex(context.GroupId.Value);
        made["epoch"] = context.Epoch.Value;
        made["tree_hash"] = Hex(context.TreeHash);
        made["confirmed_transcript_hash"] = Hex(context.ConfirmedTranscriptHash);
        made["encryption_secret"] = Hex(secrets.Encryption);
        made["sender_data_secret"] = Hex(secrets.SenderData);
        made["membership_key"] = Hex(secrets.Membership);
        return made;
    }

    private static void Handshake(JsonObject made, string name, EpochFraming epoch, SecretTree tree,
        SignaturePrivateKey key, VectorSeed seed, FramedBody body)
    {
        var content = Content(epoch, body);
        var tag = body is FramedBody.Committed ? seed.Bytes(Suite.Hash.HashBytes) : (Opaque?)null;
        AuthenticatedContent Signed(WireFormat format) =>
            new(format, content, new FramedContentAuthData(epoch.SignContent(key, format, content), tag));
        var hidden = epoch.Protect(tree, Signed(WireFormat.PrivateMessage), Padding.None, seed.Random)!.Value;
        hidden.Next.Dispose();
        made[name + "_priv"] = Hex(hidden.Message);
        var open = new MlsMessage.Public(epoch.Protect(Signed(WireFormat.PublicMessage)));
        made[name + "_pub"] = Hex(TlsCodec.Encode<MlsMessage>(open));
    }

    // The sender of these vectors is at leaf 1, as in the official ones.
    private static FramedContent Content(EpochFraming epoch, FramedBody body) =>
        new(epoch.GroupId, epoch.Epoch, new Sender.Member(new(1)), Opaque.Empty, body);
}
