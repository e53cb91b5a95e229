using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>What a commit shall contain and how it shall travel.</summary>
public sealed class CommitOptions
{
    /// <summary>The present instant, for the lifetimes of those added (RFC 9420 §7.3).</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Proposals inside the commit itself.</summary>
    public TlsList<Proposal> ByValue { get; init; } = [];

    /// <summary>Which of the waiting proposals to commit; null: all of them.</summary>
    public TlsList<ProposalRef>? ByReference { get; init; }

    /// <summary>What is bound to the commit in the open.</summary>
    public Opaque AuthenticatedData { get; init; }

    /// <summary>Whether the commit is encrypted, as it should be.</summary>
    public WireFormat Format { get; init; } = WireFormat.PrivateMessage;

    /// <summary>Leaves the path out where RFC 9420 §12.4 allows it.</summary>
    public bool WithoutPathIfAllowed { get; init; }

    /// <summary>Another signature key and credential for the own leaf, which the commit's path brings.</summary>
    public LeafRenewal? Renewal { get; init; }

    /// <summary>Whether the welcome brings the tree; else joiners need it from elsewhere.</summary>
    public bool TreeInWelcome { get; init; } = true;

    /// <summary>More for joiners to read, signed with the group info.</summary>
    public TlsList<Extension> GroupInfoExtensions { get; init; } = [];
}
