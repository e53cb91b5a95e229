using System.Buffers;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
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

/// <summary>Writes the one welcome for all whom a commit adds: RFC 9420 §12.4.1 and §12.4.3.1.</summary>
internal sealed class WelcomeDraft(MlsClient client, SignaturePrivateKey signer, EpochState epoch,
    CommitOptions options, AppliedProposals applied, RatchetTree tree, NextEpoch next, NewPath? path)
{
    private readonly Ciphersuite suite = epoch.Suite;

    internal Opaque Write(SecretBytes pskSecret)
    {
        var groupInfo = Encrypt(GroupInfo(), pskSecret);
        var secrets = applied.Set.Adds.Select((package, place) => SecretsFor(package, applied.Added[place], groupInfo));
        var welcome = new Welcome(new(suite.Code), TlsList.From(secrets), groupInfo);
        return TlsCodec.Encode<MlsMessage>(new MlsMessage.Welcoming(welcome));
    }

    private GroupInfo GroupInfo()
    {
        var extensions = options.GroupInfoExtensions.Span.ToArray().ToList();
        if (options.TreeInWelcome)
            extensions.Add(new Extension(ExtensionType.RatchetTree, tree.ToNodes().Encode()));
        LeafRules.CheckDistinct(TlsList.From(extensions));
        return new GroupInfo(next.Context, TlsList.From(extensions), next.ConfirmationTag, epoch.Own, Opaque.Empty)
            .SignedBy(suite, signer);
    }

    private Opaque Encrypt(GroupInfo groupInfo, SecretBytes pskSecret)
    {
        using var welcomeSecret = suite.WelcomeSecret(next.JoinerSecret, pskSecret);
        var plaintext = groupInfo.Encode();
        var ciphertext = new byte[plaintext.Length + AeadAlgorithm.TagBytes];
        var key = new MessageKey(stackalloc byte[MessageKey.BytesMax], suite);
        WelcomeKey.Derive(suite, welcomeSecret, key);
        suite.Aead.Seal(key.Key, key.Nonce, default, plaintext.Span, ciphertext);
        key.Dispose();
        return Opaque.Owning(ciphertext);
    }

    private EncryptedGroupSecrets SecretsFor(KeyPackage package, LeafIndex place, Opaque groupInfo)
    {
        using var plaintext = ScratchBuffer.Take();
        // The secrets stay with their owners; this object only lends them to be written.
#pragma warning disable CA2000 // Disposing it would dispose what it was lent.
        var secrets = new GroupSecrets(
            next.JoinerSecret, path?.SecretFor(place), TlsList.From(applied.Set.Psks));
#pragma warning restore CA2000
        secrets.Write(new TlsWriter(plaintext));
        var encrypted = suite.EncryptWithLabel(
            package.InitKey, "Welcome"u8, groupInfo.Span, plaintext.Written, client.Random);
        return new EncryptedGroupSecrets(new(suite.MakeKeyPackageRef(package.Encode().Span)), encrypted
            ?? throw new MlsRejection(MlsErrorCode.PathUnusableKey, "12.4.3.1", "An init key cannot be encrypted to."));
    }
}
