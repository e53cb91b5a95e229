using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Proposals;

/// <summary>The committer's new leaf and the new keys above it, from the leaf to the root.</summary>
/// <remarks>RFC 9420 §7.6: <code>struct { LeafNode leaf_node; UpdatePathNode nodes&lt;V&gt;;
/// } UpdatePath;</code></remarks>
public sealed record UpdatePath(LeafNode LeafNode, TlsList<UpdatePathNode> Nodes) : ITlsStruct<UpdatePath>
{
    /// <inheritdoc/>
    public static UpdatePath Read(ref TlsReader reader) => new(
        LeafNode: LeafNode.Read(ref reader),
        Nodes: reader.ReadList<UpdatePathNode>(MlsLimits.UpdatePathBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        LeafNode.Write(writer);
        writer.WriteList(Nodes);
    }
}
