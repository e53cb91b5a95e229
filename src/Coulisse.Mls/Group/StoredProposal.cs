using Coulisse.Crypto.Codec;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Mls.Group;

/// <summary>A proposal of the present epoch that waits for a commit.</summary>
/// <param name="change">What it is.</param>
/// <param name="ownKey">The private key of the new leaf, if it is an update of this client's own.</param>
internal sealed class StoredProposal(ProposedChange change, SharedHpkeKey? ownKey)
{
    internal ProposedChange Change { get; } = change;

    internal SharedHpkeKey? OwnKey { get; } = ownKey;
}
