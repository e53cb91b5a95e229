using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.KeyPackages;

/// <summary>
/// A key package and the private keys that only its maker has, to be kept until a welcome names it, and used once.
/// </summary>
public sealed class KeyPackageBundle : IDisposable
{
    /// <summary>Takes over the private keys; they have to be those of the package.</summary>
    public KeyPackageBundle(KeyPackage package, HpkePrivateKey initKey, HpkePrivateKey leafKey, KeyPackageRef reference)
    {
        Package = package;
        InitKey = initKey;
        LeafKey = leafKey;
        Reference = reference;
        if (initKey.PublicKey != package.InitKey || leafKey.PublicKey != package.LeafNode.EncryptionKey)
            throw new ArgumentException("These are not the private keys of this package.", nameof(package));
    }

    /// <summary>What is handed out.</summary>
    public KeyPackage Package { get; }

    /// <summary>How a welcome names it.</summary>
    public KeyPackageRef Reference { get; }

    /// <summary>Opens the welcome.</summary>
    public HpkePrivateKey InitKey { get; }

    /// <summary>The first key of the leaf.</summary>
    public HpkePrivateKey LeafKey { get; }

    /// <summary>A fresh one: RFC 9420 §10.</summary>
    public static KeyPackageBundle Create(
        MlsClient client, Ciphersuite suite, Credential credential, SignaturePrivateKey signer, Lifetime lifetime)
    {
        var initKey = HpkePrivateKey.Generate(suite.Hpke.Kem, client.Random);
        var leafKey = HpkePrivateKey.Generate(suite.Hpke.Kem, client.Random);
        var (capabilities, more) = Said(client);
        var leaf = new LeafNode(leafKey.PublicKey, signer.PublicKey.Value, credential, capabilities,
            new LeafNodeSource.KeyPackage(lifetime), more, Opaque.Empty).SignedBy(suite, signer, default, default);
        var unsigned = new KeyPackage(
            ProtocolVersion.Mls10, new(suite.Code), initKey.PublicKey, leaf, more, Opaque.Empty);
        var package = unsigned.SignedBy(suite, signer);
        return new(package, initKey, leafKey, new(suite.MakeKeyPackageRef(package.Encode().Span)));
    }

    private static (Capabilities, TlsList<Extension>) Said(MlsClient client)
    {
        if (!client.SaysGrease)
            return (client.Capabilities, []);
        var greased = Grease.In(client.Capabilities, client.Random);
        return (greased, Grease.ExtensionOf(greased, client.Random));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        InitKey.Dispose();
        LeafKey.Dispose();
    }
}
