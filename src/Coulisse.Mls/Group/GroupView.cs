using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>What everybody in a group can see of it, in one epoch. Holds no secret.</summary>
public sealed class GroupView
{
    private readonly RatchetTree tree;

    internal GroupView(GroupContext context, RatchetTree tree, LeafIndex own)
    {
        Context = context;
        this.tree = tree;
        Own = own;
    }

    /// <summary>What all members of the epoch agree on.</summary>
    public GroupContext Context { get; }

    public GroupId GroupId => Context.GroupId;

    public Epoch Epoch => Context.Epoch;

    public TlsList<Extension> Extensions => Context.Extensions;

    public Ciphersuite Ciphersuite => tree.Suite;

    /// <summary>This client's own place.</summary>
    public LeafIndex Own { get; }

    /// <summary>How many members there are.</summary>
    public int MemberCount => tree.Members;

    /// <summary>All members, by place.</summary>
    public IEnumerable<Member> Members => tree.Leaves().Select(one => new Member(one.Index, one.Leaf));

    /// <summary>The member at a place, or null.</summary>
    public LeafNode? MemberAt(LeafIndex place) => tree.LeafAt(place);

    /// <summary>The encoded ratchet tree, for joiners to whom a welcome does not bring it (RFC 9420
    /// §12.4.3.3).</summary>
    public Opaque EncodeTree() => tree.ToNodes().Encode();
}
