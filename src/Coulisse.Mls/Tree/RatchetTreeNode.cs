using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>One entry of a ratchet tree as it travels.</summary>
/// <remarks>RFC 9420 §12.4.3.3: <code>
/// struct { NodeType node_type; select (Node.node_type) { case leaf: LeafNode leaf_node;
///          case parent: ParentNode parent_node; }; } Node;   optional&lt;Node&gt; ratchet_tree&lt;V&gt;;
/// </code></remarks>
public abstract record RatchetTreeNode : ITlsStruct<RatchetTreeNode>
{
    private RatchetTreeNode() { }

    /// <inheritdoc/>
    public static RatchetTreeNode Read(ref TlsReader reader)
    {
        if (!reader.ReadPresence())
            return new Blank();
        return reader.ReadUInt8() switch
        {
            1 => new Leaf(LeafNode.Read(ref reader)),
            2 => new Parent(ParentNode.Read(ref reader)),
            _ => throw reader.Refuse(DecodeCode.UnknownValue, "The kind of node is unknown."),
        };
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt8(this is Blank ? (byte)0 : (byte)1);
        switch (this)
        {
            case Blank:
                break;
            case Leaf leaf:
                writer.WriteUInt8(1);
                leaf.Node.Write(writer);
                break;
            case Parent parent:
                writer.WriteUInt8(2);
                parent.Node.Write(writer);
                break;
            default:
                throw new UnreachableException();
        }
    }

    public sealed record Blank : RatchetTreeNode;

    public sealed record Leaf(LeafNode Node) : RatchetTreeNode;

    public sealed record Parent(ParentNode Node) : RatchetTreeNode;
}
