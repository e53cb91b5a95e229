using Coulisse.Crypto.Codec;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>One change that somebody proposed.</summary>
/// <param name="Proposal">The change.</param>
/// <param name="Proposer">The member who wants it.</param>
/// <param name="Reference">How it is named, if it came as a message of its own; null for one inside its commit.</param>
/// <param name="AuthenticatedData">What the proposer bound to that message; a commit's own if there was none.</param>
public sealed record ProposedChange(
    Proposal Proposal, LeafIndex Proposer, ProposalRef? Reference, Opaque AuthenticatedData);
