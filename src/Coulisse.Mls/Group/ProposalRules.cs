using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>
/// RFC 9420 §12.2: whether the proposals of a commit are valid, each by itself and all together. The same rules for
/// whoever commits and whoever reads the commit.
/// </summary>
internal sealed class ProposalRules
{
    private readonly EpochState epoch;
    private readonly LeafIndex committer;
    private readonly ulong lifetimeMax;
    private readonly GroupTerms terms;
    private readonly ProposalSet set = new();
    private readonly HashSet<LeafIndex> touched = [];

    private ProposalRules(
        EpochState epoch, LeafIndex committer, ulong lifetimeMax, IReadOnlyList<StoredProposal> proposals)
    {
        this.epoch = epoch;
        this.committer = committer;
        this.lifetimeMax = lifetimeMax;
        foreach (var stored in proposals)
            if (stored.Change.Proposal is Proposal.GroupContextExtensions change)
                TakeExtensions(change);
        // RFC 9420 §12.3: the new extensions are used when evaluating the other proposals.
        terms = new GroupTerms(epoch.Suite, set.NewExtensions ?? epoch.Context.Extensions);
    }

    internal static ProposalSet Check(
        EpochState epoch, LeafIndex committer, ulong lifetimeMax, IReadOnlyList<StoredProposal> proposals)
    {
        var rules = new ProposalRules(epoch, committer, lifetimeMax, proposals);
        foreach (var stored in proposals)
            rules.Take(stored);
        rules.CheckAdds();
        return rules.set;
    }

    /// <summary>What concerns a proposal alone, however the group goes on;
    /// checked once, when it is first seen.</summary>
    internal static void CheckAlone(Proposal proposal, EpochState epoch, LeafIndex proposer, ulong lifetimeMax)
    {
        switch (proposal)
        {
            case Proposal.Add add:
                KeyPackageRules.CheckAlone(add.KeyPackage, epoch.Suite, lifetimeMax);
                break;
            case Proposal.Update { LeafNode: var leaf }:
                // RFC 9420 §7.3: made for an update, with another key than before.
                if (leaf.Source is not LeafNodeSource.Update)
                    throw Refuse(MlsErrorCode.LeafSource, "7.3", "The leaf of an update was made for something else.");
                if (epoch.Tree.LeafAt(proposer)?.EncryptionKey == leaf.EncryptionKey)
                    throw Refuse(MlsErrorCode.LeafSameEncryptionKey, "7.3", "An update keeps the leaf's key.");
                LeafRules.CheckAlone(leaf, epoch.Suite, epoch.Context.GroupId, proposer, lifetimeMax);
                break;
            case Proposal.Psk psk:
                CheckPsk(psk.Id, epoch);
                break;
            case Proposal.ReInit:
                throw Refuse(MlsErrorCode.ProposalReInitUnsupported, "12.1.5", "This client does not do ReInit.");
            case Proposal.ExternalInit:
                throw Refuse(MlsErrorCode.ProposalExternalInit, "12.2", "Only an external commit has an ExternalInit.");
            case Proposal.GroupContextExtensions extensions:
                _ = new GroupTerms(epoch.Suite, extensions.Extensions);
                break;
        }
    }

    private void TakeExtensions(Proposal.GroupContextExtensions change)
    {
        if (set.NewExtensions is not null)
            throw Refuse(MlsErrorCode.ProposalContextExtensionsTwice, "12.2", "The context is changed twice.");
        set.NewExtensions = change.Extensions;
    }

    private void Take(StoredProposal stored)
    {
        var (proposal, proposer) = (stored.Change.Proposal, stored.Change.Proposer);
        set.Changes.Add(stored.Change);
        if (stored.Change.Reference is null && proposal is not Proposal.Update)
            CheckAlone(proposal, epoch, proposer, lifetimeMax);
        switch (proposal)
        {
            case Proposal.Add add:
                LeafRules.CheckTerms(add.KeyPackage.LeafNode, terms);
                set.Adds.Add(add.KeyPackage);
                break;
            case Proposal.Update update:
                TakeUpdate(stored, update, proposer);
                break;
            case Proposal.Remove remove:
                TakeRemove(remove.Removed);
                break;
            case Proposal.Psk psk:
                if (set.Psks.Contains(psk.Id))
                    throw Refuse(MlsErrorCode.ProposalPskTwice, "12.2", "A pre-shared key is named twice.");
                set.Psks.Add(psk.Id);
                break;
        }
    }

    private void TakeUpdate(StoredProposal stored, Proposal.Update update, LeafIndex proposer)
    {
        // RFC 9420 §12.2: nobody commits an update of their own, and one inside a commit could be nobody else's.
        if (proposer == committer)
            throw Refuse(MlsErrorCode.ProposalOwnUpdate, "12.2", "The committer commits an update of their own.");
        LeafRules.CheckTerms(update.LeafNode, terms);
        Touch(proposer);
        set.Updates.Add((proposer, update.LeafNode));
        if (proposer == epoch.Own)
            set.OwnUpdateKey = stored.OwnKey;
    }

    private void TakeRemove(LeafIndex removed)
    {
        if (removed == committer)
            throw Refuse(MlsErrorCode.ProposalRemovesCommitter, "12.2", "The committer removes themselves.");
        if (!epoch.Tree.Holds(removed))
            throw Refuse(MlsErrorCode.ProposalRemovesNobody, "12.1.3", "Nobody is at the place to be removed.");
        Touch(removed);
        set.Removes.Add(removed);
    }

    private void Touch(LeafIndex leaf)
    {
        if (!touched.Add(leaf))
            throw Refuse(MlsErrorCode.ProposalSameLeafTwice, "12.2", "Two proposals change one member's leaf.");
    }

    // RFC 9420 §12.2: one client is added once, and only if it is not there already. Its signature key tells.
    private void CheckAdds()
    {
        var leaving = set.Removes.Select(leaf => epoch.Tree.LeafAt(leaf)!.SignatureKey).ToHashSet();
        var added = new HashSet<Opaque>();
        foreach (var package in set.Adds)
        {
            var key = package.LeafNode.SignatureKey;
            if (!added.Add(key))
                throw Refuse(MlsErrorCode.ProposalAddTwice, "12.2", "One client is added twice.");
            if (epoch.Tree.Census.HasSignatureKey(key) && !leaving.Contains(key))
                throw Refuse(MlsErrorCode.ProposalAddOfMember, "12.2", "A member is added once more.");
        }
    }

    // RFC 9420 §12.1.4.
    private static void CheckPsk(PreSharedKeyId id, EpochState epoch)
    {
        if (id is PreSharedKeyId.Resumption { Usage: not ResumptionPskUsage.Application })
            throw Refuse(MlsErrorCode.ProposalPskUsage, "12.1.4", "A resumption key has a use that no commit has.");
        if (id.Nonce.Length != epoch.Suite.Hash.HashBytes)
            throw Refuse(MlsErrorCode.ProposalPskNonce, "12.1.4", "A pre-shared key's nonce has a wrong length.");
    }

    private static MlsRejection Refuse(MlsErrorCode code, string section, string text) => new(code, section, text);
}
