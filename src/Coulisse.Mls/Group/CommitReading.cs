using System.Collections.Immutable;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Mls.Group;

/// <summary>Reads one commit of another member, its signature checked already: RFC 9420 §12.4.2, step by
/// step.</summary>
internal sealed class CommitReading(MlsClient client, Signers signers, GroupState state,
    AuthenticatedContent signed, LeafIndex committer)
{
    private readonly EpochState epoch = state.Epoch;

    internal ProcessResult Read(Commit commit, SecretTreeAfter ratchets)
    {
        var set = ProposalRules.Check(epoch, committer, client.LifetimeSecondsMax, Resolve(commit));
        var applied = AppliedProposals.Apply(epoch, set);
        var path = MergePath(commit, applied);
        var tree = path?.Tree ?? applied.Tree;
        applied.CheckResult(tree, committer, new GroupTerms(epoch.Suite, applied.Extensions));
        var proposed = new ProposedCommit(
            committer, signed.Content.AuthenticatedData, TlsList.From(set.Changes), commit.Path);
        Deciding.OnCommit(client, epoch, proposed); // All of this before any key is derived.
        if (set.Removes.Contains(epoch.Own))
            return new ProcessResult.Removed(proposed);
        using var pskSecret = PskLookup.Combine(client, state, set.Psks);
        using var fresh = new FreshKeys();
        using var held = KeysFor(applied, set);
        using var commitSecret = OpenPath(path, applied, tree, held, fresh);
        var next = Derive(applied, tree, commitSecret, pskSecret, ratchets, fresh, held);
        return new ProcessResult.CommitProcessed(
            proposed, new MlsGroup(client, signers.Only(next.Epoch.OwnLeaf), next));
    }

    private List<StoredProposal> Resolve(Commit commit)
    {
        var waiting = state.Proposals.All.ToDictionary(stored => stored.Change.Reference!.Value);
        var resolved = new List<StoredProposal>();
        foreach (var one in commit.Proposals)
            resolved.Add(one switch
            {
                ProposalOrRef.ByValue value => new StoredProposal(new ProposedChange(value.Proposal, committer, null,
                    signed.Content.AuthenticatedData), ownKey: null),
                // Taken out, so that a second reference to it finds nothing.
                ProposalOrRef.ByReference known when waiting.Remove(known.Reference, out var stored) => stored,
                ProposalOrRef.ByReference known when state.Proposals.Find(known.Reference) is not null =>
                    throw Refuse(MlsErrorCode.ProposalReferenceTwice, "12.4", "A commit names one proposal twice."),
                _ => throw Refuse(MlsErrorCode.ProposalUnknownReference, "12.4",
                    "A commit names a proposal that did not arrive."),
            });
        return resolved;
    }

    private ReceivedPath? MergePath(Commit commit, AppliedProposals applied)
    {
        if (commit.Path is not { } path)
            return applied.Set.NeedsPath
                ? throw Refuse(MlsErrorCode.PathMissing, "12.4", "The commit needs a path, and brings none.")
                : null;
        if (path.LeafNode.Source is not LeafNodeSource.Commit)
            throw Refuse(MlsErrorCode.LeafSource, "7.3", "The leaf of a path was made for something else.");
        LeafRules.CheckAlone(
            path.LeafNode, epoch.Suite, epoch.Context.GroupId, committer, client.LifetimeSecondsMax);
        LeafRules.CheckTerms(path.LeafNode, new GroupTerms(epoch.Suite, applied.Extensions));
        return ReceivedPath.Merge(applied.Tree, committer, path, applied.Added.ToImmutableHashSet());
    }

    // The keys with which this client reads the path: its own, and its new leaf key if its update is committed.
    private TreeKeys KeysFor(AppliedProposals applied, ProposalSet set)
    {
        if (set.OwnUpdateKey is not { } updated)
            return epoch.Keys.Share();
        using var secret = updated.Key.CopySecret();
        var copy = HpkePrivateKey.From(epoch.Suite.Hpke.Kem, secret.Reveal())!;
        return epoch.Keys.For(
            applied.Tree, epoch.Own, new Dictionary<uint, HpkePrivateKey> { [epoch.Own.Value * 2] = copy });
    }

    private SecretBytes OpenPath(
        ReceivedPath? path, AppliedProposals applied, RatchetTree tree, TreeKeys held, FreshKeys fresh)
    {
        if (path is null)
            return epoch.Suite.ZeroSecret();
        var context = applied.Provisional(epoch, tree).Encode();
        return path.Open(held, epoch.Own, context, fresh.ByNode);
    }

    private GroupState Derive(AppliedProposals applied, RatchetTree tree, SecretBytes commitSecret,
        SecretBytes pskSecret, SecretTreeAfter ratchets, FreshKeys fresh, TreeKeys held)
    {
        using var next = new NextEpoch(epoch, applied.Provisional(epoch, tree), commitSecret, pskSecret,
            signed.WireFormat, signed.Content, signed.Auth.Signature);
        if (!next.Confirms(signed.Auth.ConfirmationTag!.Value)) // RFC 9420 §12.4.2
            throw Refuse(MlsErrorCode.CommitConfirmationTag, "12.4.2", "The commit leads its sender to another epoch.");
        return next.Begin(state, ratchets, tree, held, fresh.Take(), client);
    }

    private static MlsRejection Refuse(MlsErrorCode code, string section, string text) => new(code, section, text);
}
