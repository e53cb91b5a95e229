using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.Tree;

/// <summary>
/// RFC 9420 §7.3, rule by rule. What concerns one leaf alone is checked when it arrives; what concerns it among all
/// members, when the tree that it would stand in is known.
/// </summary>
internal static class LeafRules
{
    private static ReadOnlySpan<byte> SignatureLabel => "LeafNodeTBS"u8;

    /// <summary>All of §7.3 that concerns the leaf alone, except for its source.</summary>
    internal static void CheckAlone(LeafNode leaf, Ciphersuite suite, GroupId group, LeafIndex index, ulong lifetimeMax)
    {
        CheckKeys(leaf, suite);
        if (!leaf.Capabilities.Versions.Span.Contains(ProtocolVersion.Mls10))
            throw Refuse(MlsErrorCode.LeafVersionUnsupported, "11.1", "A leaf does not support MLS 1.0.");
        if (!leaf.Capabilities.Ciphersuites.Span.Contains(new CiphersuiteCode(suite.Code)))
            throw Refuse(MlsErrorCode.LeafCiphersuiteUnsupported, "11.1", "A leaf does not support the group's suite.");
        CheckOwnCapabilities(leaf);
        CheckLifetime(leaf, lifetimeMax);
        CheckSignature(leaf, suite, group, index);
    }

    /// <summary>What a group asks of each of its members.</summary>
    internal static void CheckTerms(LeafNode leaf, GroupTerms terms)
    {
        if (terms.LackingIn(leaf.Capabilities) is { } lacking)
            throw Refuse(lacking, "7.3", "A leaf does not support what the group's context asks of its members.");
    }

    internal static void CheckSignature(LeafNode leaf, Ciphersuite suite, GroupId group, LeafIndex index)
    {
        var key = SignaturePublicKey.From(leaf.SignatureKey);
        var signed = leaf.ToBeSigned(group, index);
        if (key is null || !suite.VerifyWithLabel(key, SignatureLabel, signed.Span, leaf.Signature.Span))
            throw Refuse(MlsErrorCode.LeafSignature, "7.3", "A leaf's signature is not by the leaf's own key.");
    }

    /// <summary>RFC 9420 §7.3: every member supports every credential in use, judged from the tree's counts.</summary>
    internal static void CheckAmongAll(LeafNode leaf, RatchetTree tree)
    {
        // RFC 9420 §7.3: the credential type is supported by all members …
        if (tree.Census.Supporting(leaf.Credential.Type) != tree.Members)
            throw Refuse(MlsErrorCode.LeafCredentialUnsupportedByMember, "7.3",
                "A member does not support the leaf's kind of credential.");
        // … and the leaf supports all credential types in use.
        foreach (var type in tree.Census.CredentialsInUse)
            if (!leaf.Capabilities.Credentials.Span.Contains(type))
                throw Refuse(MlsErrorCode.LeafDoesNotSupportMembersCredential, "7.3",
                    "The leaf does not support a kind of credential that a member uses.");
    }

    /// <summary>RFC 9420 §13.4: no list has two extensions of one type.</summary>
    internal static void CheckDistinct(TlsList<Extension> extensions)
    {
        var seen = new HashSet<ExtensionType>();
        foreach (var extension in extensions)
            if (!seen.Add(extension.Type))
                throw Refuse(MlsErrorCode.ExtensionTwice, "13.4", "A list holds two extensions of one type.");
    }

    private static void CheckKeys(LeafNode leaf, Ciphersuite suite)
    {
        if (leaf.EncryptionKey.Value.Length != suite.Hpke.Kem.PublicKeyBytes
            || leaf.SignatureKey.Length != SignaturePublicKey.KeyBytes)
            throw Refuse(MlsErrorCode.LeafKeyLength, "7.2", "A leaf's key has not the length of its suite.");
        // Else whoever has such a leaf could keep all others from committing.
        if (!suite.Hpke.Kem.IsUsable(leaf.EncryptionKey))
            throw Refuse(MlsErrorCode.LeafUnusableKey, "7.2", "Nobody can encrypt to a leaf's key.");
    }

    private static void CheckOwnCapabilities(LeafNode leaf)
    {
        CheckDistinct(leaf.Extensions);
        foreach (var extension in leaf.Extensions)
            if (!extension.Type.IsDefault && !leaf.Capabilities.Extensions.Span.Contains(extension.Type))
                throw Refuse(MlsErrorCode.LeafExtensionNotInCapabilities, "7.3",
                    "A leaf has an extension that its capabilities do not list.");
        if (!leaf.Capabilities.Credentials.Span.Contains(leaf.Credential.Type))
            throw Refuse(MlsErrorCode.LeafCredentialNotInCapabilities, "7.2",
                "A leaf has a kind of credential that its capabilities do not list.");
        // RFC 9420 §5.3: the first certificate is the member's own, so there is a first one.
        if (leaf.Credential is Credential.X509 { Certificates.Count: 0 })
            throw Refuse(MlsErrorCode.LeafCertificateMissing, "5.3", "A leaf's chain of certificates is empty.");
    }

    // RFC 9420 §7.2: applications MUST refuse what would live longer than they allow. Which of the two instants the
    // clock has passed is not looked at here: members that process one commit at different times must agree.
    private static void CheckLifetime(LeafNode leaf, ulong lifetimeMax)
    {
        if (leaf.Source is not LeafNodeSource.KeyPackage { Lifetime: var lifetime })
            return;
        if (lifetime.NotAfter < lifetime.NotBefore || lifetime.NotAfter - lifetime.NotBefore > lifetimeMax)
            throw Refuse(MlsErrorCode.LeafLifetimeTooLong, "7.2", "A leaf's lifetime is longer than we allow.");
    }

    private static MlsRejection Refuse(MlsErrorCode code, string section, string text) => new(code, section, text);
}
