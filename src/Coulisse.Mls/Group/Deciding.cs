using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>Asks the application's policy; its refusals are rejections like others.</summary>
internal static class Deciding
{
    internal static void OnMember(MlsClient client, LeafNode leaf, LeafNode? replaced) =>
        Heed(client.Policy.CheckMember(leaf, replaced), MlsErrorCode.PolicyCredential, "5.3.1");

    internal static void OnProposal(MlsClient client, EpochState epoch, ProposedChange change)
    {
        switch (change.Proposal)
        {
            case Proposals.Proposal.Add add:
                OnMember(client, add.KeyPackage.LeafNode, null);
                break;
            case Proposals.Proposal.Update update:
                OnMember(client, update.LeafNode, epoch.Tree.LeafAt(change.Proposer));
                break;
        }
        Heed(client.Policy.CheckProposal(epoch.View, change), MlsErrorCode.PolicyProposal, "12.2");
    }

    internal static void OnCommit(MlsClient client, EpochState epoch, ProposedCommit commit)
    {
        foreach (var change in commit.Changes)
            if (change.Reference is null)
                OnProposal(client, epoch, change);
        if (commit.Path is { } path)
            OnMember(client, path.LeafNode, epoch.Tree.LeafAt(commit.Committer));
        Heed(client.Policy.CheckCommit(epoch.View, commit), MlsErrorCode.PolicyCommit, "12.2");
    }

    private static void Heed(PolicyRefusal? refusal, MlsErrorCode code, string section)
    {
        if (refusal is not null)
            throw new MlsRejection(code, section, refusal.Text);
    }
}
