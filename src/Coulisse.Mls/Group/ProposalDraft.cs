using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Mls.Group;

/// <summary>Makes one proposal, which then waits for a commit here too: RFC 9420 §12.1.</summary>
internal sealed class ProposalDraft(MlsClient client, Signers signers, GroupState state, SendOptions options)
{
    private readonly EpochState epoch = state.Epoch;

    internal SendResult.Made Make(Proposal proposal)
    {
        if (proposal is Proposal.Update)
            throw new ArgumentException("An update is proposed by ProposeUpdate.", nameof(proposal));
        if (proposal is Proposal.Add add)
            KeyPackageRules.CheckNow(add.KeyPackage, options.Now);
        return Finish(proposal, ownKey: null, signers);
    }

    /// <summary>A fresh key for this client's own leaf: RFC 9420 §12.1.2.</summary>
    internal SendResult.Made MakeUpdate(LeafRenewal? renewal)
    {
        var key = new SharedHpkeKey(HpkePrivateKey.Generate(epoch.Suite.Hpke.Kem, client.Random));
        var known = renewal is null ? signers : signers.With(renewal.Signer);
        var leaf = (renewal?.ApplyTo(epoch.OwnLeaf) ?? epoch.OwnLeaf) with
        {
            EncryptionKey = key.Key.PublicKey,
            Source = new LeafNodeSource.Update(),
        };
        var proposal = new Proposal.Update(
            leaf.SignedBy(epoch.Suite, known.For(leaf), epoch.Context.GroupId, epoch.Own));
        SendResult.Made? made = null;
        try
        {
            return made = Finish(proposal, key, known);
        }
        finally
        {
            if (made is null)
                key.LetGo(); // Nobody will ever be encrypted to it.
        }
    }

    private SendResult.Made Finish(Proposal proposal, SharedHpkeKey? ownKey, Signers known)
    {
        ProposalRules.CheckAlone(proposal, epoch, epoch.Own, client.LifetimeSecondsMax);
        var content = new FramedContent(epoch.Context.GroupId, epoch.Context.Epoch, new Sender.Member(epoch.Own),
            options.AuthenticatedData, new FramedBody.Proposed(proposal));
        var signature = epoch.Framing.SignContent(signers.For(epoch.OwnLeaf), options.Format, content);
        var signed = new AuthenticatedContent(options.Format, content, new FramedContentAuthData(signature, null));
        var reference = new ProposalRef(epoch.Suite.MakeProposalRef(signed.Encode().Span));
        var change = new ProposedChange(proposal, epoch.Own, reference, options.AuthenticatedData);
        Deciding.OnProposal(client, epoch, change);
        using var ratchets = Outgoing.Protect(client, state, signed, out var message);
        var proposals = state.Proposals.With(new StoredProposal(change, ownKey));
        return new(message, reference, new MlsGroup(client, known, state.With(ratchets.Take(), proposals)));
    }
}
