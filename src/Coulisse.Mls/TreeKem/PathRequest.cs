using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.TreeKem;

/// <summary>What a committer's new path is made from.</summary>
internal sealed class PathRequest
{
    /// <summary>The tree with all proposals applied.</summary>
    internal required RatchetTree Tree { get; init; }

    internal required LeafIndex Own { get; init; }

    /// <summary>The committer's leaf as it shall be, but for its key, source and signature.</summary>
    internal required LeafNode Leaf { get; init; }

    internal required SignaturePrivateKey Signer { get; init; }

    internal required GroupId GroupId { get; init; }

    /// <summary>The encoded provisional group context, given the new tree's hash (RFC 9420 §12.4.1).</summary>
    internal required Func<Opaque, Opaque> Context { get; init; }

    /// <summary>Who is added by the same commit: nothing is encrypted to them.</summary>
    internal required ImmutableHashSet<LeafIndex> NewLeaves { get; init; }
}
