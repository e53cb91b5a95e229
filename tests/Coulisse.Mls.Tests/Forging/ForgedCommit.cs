using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Commits without asking whether it may. What is applied and what stands on the wire can differ.</summary>
internal sealed class ForgedCommit
{
    /// <summary>Inside the commit, and applied.</summary>
    internal Proposal[] ByValue { get; init; } = [];

    /// <summary>Named by the commit, and applied.</summary>
    internal ProposalRef[] ByReference { get; init; } = [];

    /// <summary>Inside the commit, and not applied.</summary>
    internal ProposalOrRef[] OnTheWireOnly { get; init; } = [];

    internal ForgedPath? Path { get; init; } = new();

    /// <summary>Another confirmation tag.</summary>
    internal Func<Opaque, Opaque> Tag { get; init; } = tag => tag;

    internal WireFormat Format { get; init; } = WireFormat.PrivateMessage;

    /// <summary>Another encoding of the commit, before it is signed.</summary>
    internal Func<byte[], byte[]>? Bytes { get; init; }

    internal Opaque Write(Forger forger)
    {
        var epoch = forger.Epoch;
        var applied = AppliedProposals.Apply(epoch, Set(forger));
        var (path, tree, commitSecret) = Path is null
            ? (null, applied.Tree, epoch.Suite.ZeroSecret())
            : Path.Write(forger, applied);
        TlsList<ProposalOrRef> wire = [.. ByReference.Select(one => new ProposalOrRef.ByReference(one)),
            .. ByValue.Select(one => new ProposalOrRef.ByValue(one)), .. OnTheWireOnly];
        var content = forger.Content(new FramedBody.Committed(new Commit(wire, path)));
        var signature = epoch.Framing.SignContent(forger.Party.Signer, Format, content);
        using var none = epoch.Suite.ZeroSecret();
        using var next = new NextEpoch(
            epoch, applied.Provisional(epoch, tree), commitSecret, none, Format, content, signature);
        var tag = Tag(next.ConfirmationTag);
        if (Bytes is not null)
            return SignedBytes.Write(forger, Format, content, Bytes, tag);
        return Format == WireFormat.PublicMessage
            ? Forger.Wire(forger.Publish(content, tag))
            : forger.Encrypt(content, tag);
    }

    private ProposalSet Set(Forger forger)
    {
        var set = new ProposalSet();
        foreach (var reference in ByReference)
        {
            var change = forger.Party.Group.State.Proposals.Find(reference)!.Change;
            Take(set, change.Proposal, change.Proposer);
        }
        foreach (var proposal in ByValue)
            Take(set, proposal, forger.Epoch.Own);
        return set;
    }

    private static void Take(ProposalSet set, Proposal proposal, LeafIndex proposer)
    {
        switch (proposal)
        {
            case Proposal.Add add:
                set.Adds.Add(add.KeyPackage);
                break;
            case Proposal.Update update:
                set.Updates.Add((proposer, update.LeafNode));
                break;
            case Proposal.Remove remove:
                set.Removes.Add(remove.Removed);
                break;
            case Proposal.GroupContextExtensions extensions:
                set.NewExtensions = extensions.Extensions;
                break;
        }
    }
}
