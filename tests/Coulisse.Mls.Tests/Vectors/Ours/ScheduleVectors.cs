using System.Text;
using System.Text.Json.Nodes;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using static Coulisse.Mls.Tests.Vectors.Ours.VectorSeed;

namespace Coulisse.Mls.Tests.Vectors.Ours;

/// <summary>Makes key-schedule and secret-tree: RFC 9420 §8 and §9.</summary>
internal static class ScheduleVectors
{
    internal static JsonArray KeySchedule()
    {
        var seed = new VectorSeed(8);
        var group = seed.Bytes(16);
        var init = seed.Secret();
        var made = Case();
        (made["group_id"], made["initial_init_secret"]) = (Hex(group), Hex(init));
        var epochs = new JsonArray();
        for (ulong epoch = 0; epoch < 5; epoch++)
        {
            var context = new GroupContext(new(Suite.Code), new(group), new(epoch), seed.Bytes(48), seed.Bytes(48), []);
            (var one, init) = Epoch(seed, context, init);
            epochs.Add(one);
        }
        init.Dispose();
        made["epochs"] = epochs;
        return [made];
    }

    internal static JsonArray SecretTrees()
    {
        var made = new JsonArray();
        foreach (var leaves in new uint[] { 1, 8, 32 })
            made.Add(SecretTreeOf(new VectorSeed(90 + leaves), leaves));
        return made;
    }

    private static (JsonObject Made, SecretBytes Init) Epoch(VectorSeed seed, GroupContext context, SecretBytes before)
    {
        using var old = before;
        using var commit = seed.Secret();
        using var psk = seed.Secret();
        var encoded = TlsCodec.Encode(context);
        using var joiner = Suite.JoinerSecret(old, commit, encoded.Span);
        using var welcome = Suite.WelcomeSecret(joiner, psk);
        using var secrets = Suite.EpochSecrets(joiner, psk, encoded.Span);
        using var external = secrets.ExternalKeyPair();
        var made = new JsonObject
        {
            ["commit_secret"] = Hex(commit),
            ["confirmation_key"] = Hex(secrets.Confirmation),
            ["confirmed_transcript_hash"] = Hex(context.ConfirmedTranscriptHash),
            ["encryption_secret"] = Hex(secrets.Encryption),
            ["epoch_authenticator"] = Hex(secrets.Authenticator),
            ["exporter"] = Exporter(seed, secrets),
            ["exporter_secret"] = Hex(secrets.Exporter),
            ["external_pub"] = Hex(external.PublicKey.Value),
            ["external_secret"] = Hex(secrets.External),
            ["group_context"] = Hex(encoded),
            ["init_secret"] = Hex(secrets.Init),
            ["joiner_secret"] = Hex(joiner),
            ["membership_key"] = Hex(secrets.Membership),
            ["psk_secret"] = Hex(psk),
            ["resumption_psk"] = Hex(secrets.Resumption),
            ["sender_data_secret"] = Hex(secrets.SenderData),
            ["tree_hash"] = Hex(context.TreeHash),
            ["welcome_secret"] = Hex(welcome),
        };
        return (made, SecretBytes.CopyOf(secrets.Init.Reveal()));
    }

    private static JsonObject Exporter(VectorSeed seed, EpochSecrets secrets)
    {
        var label = seed.Bytes(16).ToString();
        var context = seed.Bytes(32);
        using var exported = secrets.Export(Encoding.ASCII.GetBytes(label), context.Span, 64);
        return new()
        {
            ["context"] = Hex(context),
            ["label"] = label,
            ["length"] = 64,
            ["secret"] = Hex(exported),
        };
    }

    private static JsonObject SecretTreeOf(VectorSeed seed, uint leafCount)
    {
        using var secret = seed.Secret();
        var tree = SecretTree.Create(Suite, leafCount, secret);
        var made = Case();
        (made["sender_data"], made["encryption_secret"]) = (SenderData(seed), Hex(secret));
        var leaves = new JsonArray();
        for (uint leaf = 0; leaf < leafCount; leaf++)
        {
            var one = new JsonArray();
            foreach (var generation in new uint[] { 0, 15 })
                one.Add(Generation(ref tree, new(leaf), generation));
            leaves.Add(one);
        }
        tree.Dispose();
        made["leaves"] = leaves;
        return made;
    }

    private static JsonObject Generation(ref SecretTree tree, LeafIndex leaf, uint generation)
    {
        var made = new JsonObject { ["generation"] = generation };
        foreach (var kind in Enum.GetValues<RatchetKind>())
        {
            var (key, nonce) = (new byte[Suite.Aead.KeyBytes], new byte[AeadAlgorithm.NonceBytes]);
            Assert.Equal(RatchetAnswer.Drawn, tree.DrawAt(leaf, kind, generation, key, nonce, out var next));
            tree.Dispose();
            tree = next!;
            var name = kind == RatchetKind.Handshake ? "handshake" : "application";
            (made[name + "_key"], made[name + "_nonce"]) = (Hex(key), Hex(nonce));
        }
        return made;
    }

    private static JsonObject SenderData(VectorSeed seed)
    {
        using var secret = seed.Secret();
        var ciphertext = seed.Bytes(77);
        var (key, nonce) = (new byte[Suite.Aead.KeyBytes], new byte[AeadAlgorithm.NonceBytes]);
        SenderDataKey.Derive(Suite, secret, ciphertext.Span, key, nonce);
        return new()
        {
            ["sender_data_secret"] = Hex(secret),
            ["ciphertext"] = Hex(ciphertext),
            ["key"] = Hex(key),
            ["nonce"] = Hex(nonce),
        };
    }
}
