using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;

namespace Coulisse.Mls.Tree;

/// <summary>A member as the tree shows it, signed by that member.</summary>
/// <remarks>RFC 9420 §7.2: <code>
/// struct { HPKEPublicKey encryption_key; SignaturePublicKey signature_key; Credential credential;
///          Capabilities capabilities; LeafNodeSource leaf_node_source; select (…) { … };
///          Extension extensions&lt;V&gt;; opaque signature&lt;V&gt;; } LeafNode;
/// </code></remarks>
public sealed record LeafNode(
    HpkePublicKey EncryptionKey, Opaque SignatureKey, Credential Credential, Capabilities Capabilities,
    LeafNodeSource Source, TlsList<Extension> Extensions, Opaque Signature) : ITlsStruct<LeafNode>
{
    /// <inheritdoc/>
    public static LeafNode Read(ref TlsReader reader) => new(
        EncryptionKey: new HpkePublicKey(reader.ReadOpaque(MlsLimits.PublicKeyBytesMax)),
        SignatureKey: reader.ReadOpaque(MlsLimits.PublicKeyBytesMax),
        Credential: Credential.Read(ref reader),
        Capabilities: Capabilities.Read(ref reader),
        Source: LeafNodeSource.Read(ref reader),
        Extensions: reader.ReadExtensions(),
        Signature: reader.ReadOpaque(MlsLimits.SignatureBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        WriteUnsigned(writer);
        writer.WriteVector(Signature);
    }

    /// <summary>
    /// What the signature covers; a leaf from a key package does not yet know its group and place, others do.
    /// </summary>
    public ReadOnlyMemory<byte> ToBeSigned(GroupId group, LeafIndex index)
    {
        var output = new ArrayBufferWriter<byte>(512);
        var writer = new TlsWriter(output);
        WriteUnsigned(writer);
        if (Source is not LeafNodeSource.KeyPackage)
        {
            group.Write(writer);
            index.Write(writer);
        }
        return output.WrittenMemory;
    }

    /// <summary>The same leaf, signed for this group and place.</summary>
    internal LeafNode SignedBy(Ciphersuite suite, SignaturePrivateKey key, GroupId group, LeafIndex index) =>
        this with { Signature = suite.SignWithLabel(key, "LeafNodeTBS"u8, ToBeSigned(group, index).Span) };

    private void WriteUnsigned(TlsWriter writer)
    {
        writer.WriteVector(EncryptionKey.Value);
        writer.WriteVector(SignatureKey);
        Credential.Write(writer);
        Capabilities.Write(writer);
        Source.Write(writer);
        writer.WriteList(Extensions);
    }
}
