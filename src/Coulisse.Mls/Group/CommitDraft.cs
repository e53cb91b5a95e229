using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Mls.Group;

/// <summary>Makes one commit: RFC 9420 §12.4.1, step by step.</summary>
internal sealed class CommitDraft(MlsClient client, Signers signers, GroupState state, CommitOptions options)
{
    private readonly EpochState epoch = state.Epoch;

    internal CommitResult.Made Make()
    {
        var proposals = Choose();
        var set = ProposalRules.Check(epoch, epoch.Own, client.LifetimeSecondsMax, proposals);
        var commit = new ProposedCommit(epoch.Own, options.AuthenticatedData, TlsList.From(set.Changes), null);
        Deciding.OnCommit(client, epoch, commit);
        var applied = AppliedProposals.Apply(epoch, set);
        using var pskSecret = PskLookup.Combine(client, state, set.Psks);
        if (!set.NeedsPath && options is { WithoutPathIfAllowed: true, Renewal: null })
        {
            using var zero = epoch.Suite.ZeroSecret();
            return Finish(commit, applied, null, zero, pskSecret);
        }
        using var path = NewPath.Create(Request(applied), client.Random);
        if (options.Renewal is not null)
            CheckRenewed(path.Path.LeafNode);
        return Finish(commit, applied, path, path.CommitSecret, pskSecret);
    }

    private List<StoredProposal> Choose()
    {
        var waiting = options.ByReference is { } chosen
            ? chosen.Span.ToArray().Select(one => state.Proposals.Find(one)
                ?? throw new ArgumentException("No such proposal waits in this epoch.", nameof(options)))
            : state.Proposals.All;
        var all = waiting.ToList();
        foreach (var proposal in options.ByValue)
            all.Add(new StoredProposal(
                new ProposedChange(proposal, epoch.Own, null, options.AuthenticatedData), ownKey: null));
        foreach (var stored in all)
            if (stored.Change.Proposal is Proposal.Add add)
                KeyPackageRules.CheckNow(add.KeyPackage, options.Now);
        return all;
    }

    // What all others will check, before they have to.
    private void CheckRenewed(LeafNode leaf)
    {
        LeafRules.CheckAlone(leaf, epoch.Suite, epoch.Context.GroupId, epoch.Own, client.LifetimeSecondsMax);
        Deciding.OnMember(client, leaf, epoch.OwnLeaf);
    }

    private SignaturePrivateKey NextSigner => options.Renewal?.Signer ?? signers.For(epoch.OwnLeaf);

    private PathRequest Request(AppliedProposals applied) => new()
    {
        Tree = applied.Tree,
        Own = epoch.Own,
        Leaf = options.Renewal?.ApplyTo(epoch.OwnLeaf) ?? epoch.OwnLeaf,
        Signer = NextSigner,
        GroupId = epoch.Context.GroupId,
        Context = hash => (applied.Provisional(epoch, applied.Tree) with { TreeHash = hash }).Encode(),
        NewLeaves = applied.Added.ToImmutableHashSet(),
    };

    private CommitResult.Made Finish(
        ProposedCommit commit, AppliedProposals applied, NewPath? path, SecretBytes commitSecret, SecretBytes pskSecret)
    {
        var tree = path?.Tree ?? applied.Tree;
        applied.CheckResult(tree, epoch.Own, new GroupTerms(epoch.Suite, applied.Extensions));
        var content = new FramedContent(epoch.Context.GroupId, epoch.Context.Epoch, new Sender.Member(epoch.Own),
            options.AuthenticatedData, new FramedBody.Committed(new Commit(OnTheWire(commit), path?.Path)));
        var signature = epoch.Framing.SignContent(signers.For(epoch.OwnLeaf), options.Format, content);
        using var next = new NextEpoch(
            epoch, applied.Provisional(epoch, tree), commitSecret, pskSecret, options.Format, content, signature);
        var signed = new AuthenticatedContent(
            options.Format, content, new FramedContentAuthData(signature, next.ConfirmationTag));
        using var ratchets = Outgoing.Protect(client, state, signed, out var message);
        var welcome = applied.Added.IsEmpty
            ? (Opaque?)null
            : new WelcomeDraft(client, NextSigner, epoch, options, applied, tree, next, path).Write(pskSecret);
        var fresh = path?.TakeKeys() ?? ImmutableDictionary<uint, HpkePrivateKey>.Empty;
        var begun = next.Begin(state, ratchets, tree, epoch.Keys, fresh, client);
        return new CommitResult.Made(message, welcome, commit with { Path = path?.Path },
            new MlsGroup(client, Signers.Of(NextSigner), begun));
    }

    private static TlsList<ProposalOrRef> OnTheWire(ProposedCommit commit) =>
        TlsList.From(commit.Changes.Span.ToArray().Select(change => change.Reference is { } reference
            ? (ProposalOrRef)new ProposalOrRef.ByReference(reference)
            : new ProposalOrRef.ByValue(change.Proposal)));
}
