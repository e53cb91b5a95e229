using System.Buffers;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;
using Coulisse.Mls.Welcomes;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Opens a welcome with its reader's own key, changes something in it, and makes all the rest fit
/// again.</summary>
internal sealed class ForgedWelcome
{
    /// <summary>Another tree. The context's tree hash becomes that of the changed tree.</summary>
    internal Func<RatchetTreeNode[], IEnumerable<RatchetTreeNode>>? Tree { get; init; }

    /// <summary>Another group info, before it is signed; its confirmation tag fits the context.</summary>
    internal Func<GroupInfo, GroupInfo> Info { get; init; } = info => info;

    /// <summary>Another group info, after it was signed.</summary>
    internal Func<GroupInfo, GroupInfo> SignedInfo { get; init; } = info => info;

    /// <summary>Other secrets for the reader.</summary>
    internal Func<GroupSecrets, GroupSecrets> Secrets { get; init; } = secrets => secrets;

    /// <summary>Other bytes for the group info, sealed as they stand.</summary>
    internal Func<byte[], byte[]> InfoBytes { get; init; } = bytes => bytes;

    /// <summary>Other bytes for the secrets, sealed as they stand.</summary>
    internal Func<byte[], byte[]> SecretsBytes { get; init; } = bytes => bytes;

    /// <summary>Another welcome, after all.</summary>
    internal Func<Welcome, Welcome> Whole { get; init; } = welcome => welcome;

    internal Opaque Write(Opaque welcome, KeyPackageBundle reader, Party committer)
    {
        var suite = committer.Suite;
        var original = ((MlsMessage.Welcoming)TlsCodec.Decode<MlsMessage>(welcome.Span)).Welcome;
        var entry = original.Secrets.Single(one => one.NewMember == reader.Reference);
        using var secrets = WelcomeReading.OpenSecrets(suite, original, entry, reader.InitKey);
        using var none = suite.ZeroSecret();
        var info = WelcomeReading.OpenGroupInfo(suite, original, secrets.JoinerSecret, none);
        info = Confirmed(suite, Info(WithTree(suite, info)), secrets, none);
        info = SignedInfo(info.SignedBy(suite, committer.Signer));
        var sealedInfo = Seal(suite, secrets, none, Opaque.CopyOf(InfoBytes(info.Encode().ToArray())));
        var plaintext = new ArrayBufferWriter<byte>();
        Secrets(secrets).Write(new TlsWriter(plaintext));
        var sealedSecrets = suite.EncryptWithLabel(reader.Package.InitKey, "Welcome"u8, sealedInfo.Span,
            SecretsBytes(plaintext.WrittenSpan.ToArray()), committer.Client.Random)!;
        return TlsCodec.Encode<MlsMessage>(new MlsMessage.Welcoming(Whole(
            new Welcome(new(suite.Code), [new EncryptedGroupSecrets(reader.Reference, sealedSecrets)], sealedInfo))));
    }

    private GroupInfo WithTree(Ciphersuite suite, GroupInfo info)
    {
        if (Tree is null)
            return info;
        var nodes = TlsCodec.Decode<RatchetTreeNodes>(info.Extensions.Find(ExtensionType.RatchetTree)!.Value.Span);
        var changed = new RatchetTreeNodes(TlsList.From(Tree(nodes.Nodes.Span.ToArray())));
        var hash = HashOf(suite, changed) ?? info.Context.TreeHash;
        return info with
        {
            Extensions = [new Extension(ExtensionType.RatchetTree, changed.Encode())],
            Context = info.Context with { TreeHash = hash },
        };
    }

    // Null for what has not even the form of a tree.
    private static Opaque? HashOf(Ciphersuite suite, RatchetTreeNodes nodes)
    {
        try
        {
            return ReceivedTree.Build(suite, nodes).Hash;
        }
        catch (Errors.MlsRejection)
        {
            return null;
        }
    }

    private static GroupInfo Confirmed(Ciphersuite suite, GroupInfo info, GroupSecrets secrets, SecretBytes none)
    {
        using var epoch = suite.EpochSecrets(secrets.JoinerSecret, none, info.Context.Encode().Span);
        return info with { ConfirmationTag = epoch.ConfirmationTag(info.Context.ConfirmedTranscriptHash.Span) };
    }

    private static Opaque Seal(Ciphersuite suite, GroupSecrets secrets, SecretBytes none, Opaque info)
    {
        using var welcomeSecret = suite.WelcomeSecret(secrets.JoinerSecret, none);
        var key = new MessageKey(stackalloc byte[MessageKey.BytesMax], suite);
        WelcomeKey.Derive(suite, welcomeSecret, key);
        var ciphertext = new byte[info.Length + AeadAlgorithm.TagBytes];
        suite.Aead.Seal(key.Key, key.Nonce, default, info.Span, ciphertext);
        return Opaque.Owning(ciphertext);
    }
}
