using Coulisse.Mls.Codec;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Mls.Group;

/// <summary>The proposals of one commit, checked, by kind: what <see cref="ProposalRules"/> lets through.</summary>
internal sealed class ProposalSet
{
    /// <summary>All of them, in the commit's order.</summary>
    internal List<ProposedChange> Changes { get; } = [];

    /// <summary>The extensions that replace those of the context, or null.</summary>
    internal TlsList<Extension>? NewExtensions { get; set; }

    internal List<(LeafIndex Index, LeafNode Leaf)> Updates { get; } = [];

    internal List<LeafIndex> Removes { get; } = [];

    internal List<KeyPackage> Adds { get; } = [];

    internal List<PreSharedKeyId> Psks { get; } = [];

    /// <summary>The private key of this client's own update, if that is among them.</summary>
    internal SharedHpkeKey? OwnUpdateKey { get; set; }

    /// <summary>RFC 9420 §12.4: whether the commit has to bring a path.</summary>
    internal bool NeedsPath =>
        Changes.Count == 0 || Updates.Count > 0 || Removes.Count > 0 || NewExtensions is not null;
}
