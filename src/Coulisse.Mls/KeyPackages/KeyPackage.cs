using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.KeyPackages;

/// <summary>What a client hands out beforehand so that others may add it, once.</summary>
/// <remarks>RFC 9420 §10: <code>
/// struct { ProtocolVersion version; CipherSuite cipher_suite; HPKEPublicKey init_key; LeafNode leaf_node;
///          Extension extensions&lt;V&gt;; opaque signature&lt;V&gt;; } KeyPackage;
/// </code></remarks>
public sealed record KeyPackage(
    ProtocolVersion Version, CiphersuiteCode Ciphersuite, HpkePublicKey InitKey, LeafNode LeafNode,
    TlsList<Extension> Extensions, Opaque Signature) : ITlsStruct<KeyPackage>
{
    /// <inheritdoc/>
    public static KeyPackage Read(ref TlsReader reader) => new(
        Version: ProtocolVersion.Read(ref reader),
        Ciphersuite: CiphersuiteCode.Read(ref reader),
        InitKey: new HpkePublicKey(reader.ReadOpaque(MlsLimits.PublicKeyBytesMax)),
        LeafNode: LeafNode.Read(ref reader),
        Extensions: reader.ReadExtensions(),
        Signature: reader.ReadOpaque(MlsLimits.SignatureBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        WriteUnsigned(writer);
        writer.WriteVector(Signature);
    }

    /// <summary>What the signature covers: all but itself.</summary>
    public ReadOnlyMemory<byte> ToBeSigned()
    {
        var output = new ArrayBufferWriter<byte>(1024);
        WriteUnsigned(new TlsWriter(output));
        return output.WrittenMemory;
    }

    internal KeyPackage SignedBy(Ciphersuite suite, SignaturePrivateKey key) =>
        this with { Signature = suite.SignWithLabel(key, "KeyPackageTBS"u8, ToBeSigned().Span) };

    private void WriteUnsigned(TlsWriter writer)
    {
        Version.Write(writer);
        Ciphersuite.Write(writer);
        writer.WriteVector(InitKey.Value);
        LeafNode.Write(writer);
        writer.WriteList(Extensions);
    }
}
