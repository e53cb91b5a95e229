using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>A commit that is valid and not yet applied: no key of the next epoch has been derived.</summary>
/// <param name="Committer">Who commits.</param>
/// <param name="AuthenticatedData">What the committer bound to the commit, in the open.</param>
/// <param name="Changes">All changes, in the commit's order.</param>
/// <param name="Path">The committer's new leaf and keys, if it brings some; null while one's own is being made.</param>
public sealed record ProposedCommit(
    LeafIndex Committer, Opaque AuthenticatedData, TlsList<ProposedChange> Changes, UpdatePath? Path);
