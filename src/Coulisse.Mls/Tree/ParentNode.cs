using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>A node above leaves, whose private key the members below it hold, except for those unmerged.</summary>
/// <remarks>RFC 9420 §7.1: <code>
/// struct { HPKEPublicKey encryption_key; opaque parent_hash&lt;V&gt;; uint32 unmerged_leaves&lt;V&gt;; } ParentNode;
/// </code></remarks>
public sealed record ParentNode(HpkePublicKey EncryptionKey, Opaque ParentHash, TlsList<LeafIndex> UnmergedLeaves)
    : ITlsStruct<ParentNode>
{
    /// <inheritdoc/>
    public static ParentNode Read(ref TlsReader reader) => new(
        EncryptionKey: new HpkePublicKey(reader.ReadOpaque(MlsLimits.PublicKeyBytesMax)),
        ParentHash: reader.ReadOpaque(MlsLimits.HashBytesMax),
        UnmergedLeaves: reader.ReadList<LeafIndex>(MlsLimits.UnmergedLeavesBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteVector(EncryptionKey.Value);
        writer.WriteVector(ParentHash);
        writer.WriteList(UnmergedLeaves);
    }
}
