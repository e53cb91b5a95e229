using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.KeyPackages;

/// <summary>RFC 9420 §10.1, rule by rule, and of §7.3 what concerns the leaf alone.</summary>
internal static class KeyPackageRules
{
    internal static void CheckAlone(KeyPackage package, Ciphersuite suite, ulong lifetimeMax)
    {
        if (package.Version != ProtocolVersion.Mls10)
            throw Refuse(MlsErrorCode.KeyPackageVersion, "10.1", "A key package is for another version of MLS.");
        if (package.Ciphersuite.Value != suite.Code)
            throw Refuse(MlsErrorCode.KeyPackageCiphersuite, "10.1", "A key package is for another suite.");
        if (package.InitKey.Value.Length != suite.Hpke.Kem.PublicKeyBytes)
            throw Refuse(MlsErrorCode.KeyPackageInitKeyLength, "10", "A key package's init key has a wrong length.");
        if (!suite.Hpke.Kem.IsUsable(package.InitKey))
            throw Refuse(MlsErrorCode.KeyPackageUnusableInitKey, "10", "Nobody can encrypt to a package's init key.");
        if (package.LeafNode.Source is not LeafNodeSource.KeyPackage)
            throw Refuse(MlsErrorCode.LeafSource, "7.3", "The leaf of a key package was made for something else.");
        if (package.InitKey == package.LeafNode.EncryptionKey)
            throw Refuse(MlsErrorCode.KeyPackageInitKeyIsEncryptionKey, "10.1", "A key package uses one key twice.");
        CheckExtensions(package);
        CheckSignature(package, suite);
        LeafRules.CheckAlone(package.LeafNode, suite, default, default, lifetimeMax);
    }

    /// <summary>RFC 9420 §7.3: at the moment of sending, the lifetime has begun and not ended.</summary>
    internal static void CheckNow(KeyPackage package, DateTimeOffset now)
    {
        var seconds = (ulong)Math.Max(0, now.ToUnixTimeSeconds());
        if (package.LeafNode.Source is LeafNodeSource.KeyPackage { Lifetime: var lifetime }
            && (seconds < lifetime.NotBefore || seconds > lifetime.NotAfter))
            throw Refuse(MlsErrorCode.LeafExpired, "7.3", "The key package's lifetime has not begun, or has ended.");
    }

    private static void CheckExtensions(KeyPackage package)
    {
        LeafRules.CheckDistinct(package.Extensions);
        foreach (var extension in package.Extensions)
            if (!extension.Type.IsDefault
                && !package.LeafNode.Capabilities.Extensions.Span.Contains(extension.Type))
                throw Refuse(MlsErrorCode.KeyPackageExtensionNotInCapabilities, "10",
                    "A key package has an extension that its capabilities do not list.");
    }

    private static void CheckSignature(KeyPackage package, Ciphersuite suite)
    {
        var key = SignaturePublicKey.From(package.LeafNode.SignatureKey);
        if (key is null
            || !suite.VerifyWithLabel(key, "KeyPackageTBS"u8, package.ToBeSigned().Span, package.Signature.Span))
            throw Refuse(MlsErrorCode.KeyPackageSignature, "10.1", "A key package's signature is not by its own key.");
    }

    private static MlsRejection Refuse(MlsErrorCode code, string section, string text) => new(code, section, text);
}
