using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;
using Coulisse.Mls.Welcomes;

namespace Coulisse.Mls.Group;

/// <summary>Joins by a welcome: RFC 9420 §12.4.3.1, step by step.</summary>
internal sealed class WelcomeReading(MlsClient client, SignaturePrivateKey signer, JoinOptions options)
{
    internal JoinResult.Joined Read(ReadOnlySpan<byte> bytes, IReadOnlyCollection<KeyPackageBundle> bundles)
    {
        if (TlsCodec.Decode<MlsMessage>(bytes) is not MlsMessage.Welcoming { Welcome: var welcome })
            throw Refuse(MlsErrorCode.WelcomeNotForUs, "The message is no welcome.");
        var suite = client.Suites.Find(welcome.Ciphersuite.Value)
            ?? throw Refuse(MlsErrorCode.WelcomeCiphersuiteUnsupported, "The welcome is for a suite we do not speak.");
        var (entry, bundle) = FindOurs(welcome, bundles);
        using var secrets = OpenSecrets(suite, welcome, entry, bundle.InitKey);
        CheckPsks(suite, secrets);
        using var pskSecret = PskLookup.Combine(client, suite, secrets.Psks);
        var groupInfo = OpenGroupInfo(suite, welcome, secrets.JoinerSecret, pskSecret);
        CheckContext(suite, groupInfo.Context, bundle);
        var tree = JoinedTree.Check(client, suite, groupInfo, options.Tree);
        var own = tree.FindOwn(bundle.Package.LeafNode);
        return Join(suite, tree.Tree, own, groupInfo, secrets, pskSecret, bundle);
    }

    internal static GroupSecrets OpenSecrets(
        Ciphersuite suite, Welcome welcome, EncryptedGroupSecrets entry, HpkePrivateKey initKey)
    {
        using var plaintext = suite.DecryptWithLabel(
            initKey, "Welcome"u8, welcome.EncryptedGroupInfo.Span, entry.Sealed)
            ?? throw Refuse(MlsErrorCode.WelcomeUndecryptableSecrets, "The welcome's secrets do not open.");
        return TlsCodec.Decode<GroupSecrets>(plaintext.Reveal());
    }

    private static (EncryptedGroupSecrets Entry, KeyPackageBundle Bundle) FindOurs(
        Welcome welcome, IReadOnlyCollection<KeyPackageBundle> bundles)
    {
        foreach (var entry in welcome.Secrets)
        {
            if (bundles.FirstOrDefault(one => one.Reference == entry.NewMember) is not { } bundle)
                continue;
            return bundle.Package.Ciphersuite == welcome.Ciphersuite
                ? (entry, bundle)
                : throw Refuse(MlsErrorCode.WelcomeCiphersuiteMismatch, "The key package is for another suite.");
        }
        throw Refuse(MlsErrorCode.WelcomeNotForUs, "The welcome names no key package of ours.");
    }

    private static void CheckPsks(Ciphersuite suite, GroupSecrets secrets)
    {
        if (secrets.JoinerSecret.Length != suite.Hash.HashBytes
            || (secrets.PathSecret is { } pathSecret && pathSecret.Length != suite.Hash.HashBytes))
            throw Refuse(MlsErrorCode.WelcomeSecretLength, "A secret of the welcome has a wrong length.");
        foreach (var psk in secrets.Psks)
            if (psk is PreSharedKeyId.Resumption)
                throw Refuse(MlsErrorCode.WelcomePskUnsupported, "This client keeps no resumption keys.");
    }

    internal static GroupInfo OpenGroupInfo(
        Ciphersuite suite, Welcome welcome, SecretBytes joinerSecret, SecretBytes pskSecret)
    {
        using var welcomeSecret = suite.WelcomeSecret(joinerSecret, pskSecret);
        var ciphertext = welcome.EncryptedGroupInfo.Span;
        var plaintext = new byte[Math.Max(0, ciphertext.Length - AeadAlgorithm.TagBytes)];
        var key = new MessageKey(stackalloc byte[MessageKey.BytesMax], suite);
        WelcomeKey.Derive(suite, welcomeSecret, key);
        var opened = ciphertext.Length >= AeadAlgorithm.TagBytes
            && suite.Aead.TryOpen(key.Key, key.Nonce, default, ciphertext, plaintext);
        key.Dispose();
        return opened
            ? TlsCodec.Decode<GroupInfo>(plaintext)
            : throw Refuse(MlsErrorCode.WelcomeUndecryptableGroupInfo, "The welcome's group info does not open.");
    }

    private void CheckContext(Ciphersuite suite, GroupContext context, KeyPackageBundle bundle)
    {
        if (context.Ciphersuite.Value != suite.Code)
            throw Refuse(MlsErrorCode.WelcomeCiphersuiteMismatch, "The group is of another suite than its welcome.");
        if (options.IsKnown(context.GroupId))
            throw Refuse(MlsErrorCode.WelcomeGroupKnown, "This client is in a group of this identifier already.");
        if (new GroupTerms(suite, context.Extensions).LackingIn(bundle.Package.LeafNode.Capabilities) is not null)
            throw Refuse(MlsErrorCode.WelcomeContextExtensionUnsupported, "The group asks for what we do not support.");
    }

    private JoinResult.Joined Join(Ciphersuite suite, RatchetTree tree, LeafIndex own, GroupInfo groupInfo,
        GroupSecrets secrets, SecretBytes pskSecret, KeyPackageBundle bundle)
    {
        using var fresh = new FreshKeys();
        JoinerKeys.Derive(tree, own, groupInfo.Signer, secrets.PathSecret, fresh);
        var context = groupInfo.Context.Encode();
        var epochSecrets = suite.EpochSecrets(secrets.JoinerSecret, pskSecret, context.Span);
        if (!epochSecrets.VerifyConfirmationTag(
            groupInfo.Context.ConfirmedTranscriptHash.Span, groupInfo.ConfirmationTag.Span))
        {
            epochSecrets.Dispose();
            throw Refuse(MlsErrorCode.WelcomeConfirmationTag, "The group info's confirmation tag does not hold.");
        }
        using var leafSecret = bundle.LeafKey.CopySecret();
        using var leafAlone = TreeKeys.OfLeaf(own, HpkePrivateKey.From(suite.Hpke.Kem, leafSecret.Reveal())!);
        var epoch = new EpochState(groupInfo.Context, tree, own, epochSecrets,
            leafAlone.For(tree, own, fresh.Take()), groupInfo.ConfirmationTag);
        var state = new GroupState(epoch, epoch.StartRatchets(), ProposalStore.Empty(), []);
        return new JoinResult.Joined(new MlsGroup(client, Signers.Of(signer), state), bundle.Reference, groupInfo);
    }

    private static MlsRejection Refuse(MlsErrorCode code, string text) => new(code, "12.4.3.1", text);
}
