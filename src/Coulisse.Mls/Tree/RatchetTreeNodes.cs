using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>
/// A ratchet tree as it travels, read and not yet believed: every node from left to right, without the blank ones at
/// the end (RFC 9420 §12.4.3.3).
/// </summary>
public sealed record RatchetTreeNodes(TlsList<RatchetTreeNode> Nodes) : ITlsStruct<RatchetTreeNodes>
{
    /// <inheritdoc/>
    public static RatchetTreeNodes Read(ref TlsReader reader) =>
        new(reader.ReadList<RatchetTreeNode>(MlsLimits.RatchetTreeBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteList(Nodes);
}
