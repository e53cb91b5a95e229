using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Mls.Group;

/// <summary>Makes one proposal, which then waits for a commit here too: RFC 9420 §12.1.</summary>
internal sealed class ProposalDraft(MlsClient client, SignaturePrivateKey signer, GroupState state, SendOptions options)
{
    private readonly EpochState epoch = state.Epoch;

    internal SendResult.Made Make(Proposal proposal)
    {
        if (proposal is Proposal.Update)
            throw new ArgumentException("An update is proposed by ProposeUpdate.", nameof(proposal));
        if (proposal is Proposal.Add add)
            KeyPackageRules.CheckNow(add.KeyPackage, options.Now);
        return Finish(proposal, ownKey: null);
    }

    /// <summary>A fresh key for this client's own leaf: RFC 9420 §12.1.2.</summary>
    internal SendResult.Made MakeUpdate()
    {
        var key = new SharedHpkeKey(HpkePrivateKey.Generate(epoch.Suite.Hpke.Kem, client.Random));
        var leaf = epoch.Tree.LeafAt(epoch.Own)! with
        {
            EncryptionKey = key.Key.PublicKey,
            Source = new LeafNodeSource.Update(),
        };
        var proposal = new Proposal.Update(leaf.SignedBy(epoch.Suite, signer, epoch.Context.GroupId, epoch.Own));
        SendResult.Made? made = null;
        try
        {
            return made = Finish(proposal, key);
        }
        finally
        {
            if (made is null)
                key.LetGo(); // Nobody will ever be encrypted to it.
        }
    }

    private SendResult.Made Finish(Proposal proposal, SharedHpkeKey? ownKey)
    {
        ProposalRules.CheckAlone(proposal, epoch, epoch.Own, client.LifetimeSecondsMax);
        var content = new FramedContent(epoch.Context.GroupId, epoch.Context.Epoch, new Sender.Member(epoch.Own),
            options.AuthenticatedData, new FramedBody.Proposed(proposal));
        var signature = epoch.Framing.SignContent(signer, options.Format, content);
        var signed = new AuthenticatedContent(options.Format, content, new FramedContentAuthData(signature, null));
        var reference = new ProposalRef(epoch.Suite.MakeProposalRef(signed.Encode().Span));
        var change = new ProposedChange(proposal, epoch.Own, reference, options.AuthenticatedData);
        Deciding.OnProposal(client, epoch, change);
        using var ratchets = Outgoing.Protect(client, state, signed, out var message);
        var proposals = state.Proposals.With(new StoredProposal(change, ownKey));
        return new(message, reference, new MlsGroup(client, signer, state.With(ratchets.Take(), proposals)));
    }
}
