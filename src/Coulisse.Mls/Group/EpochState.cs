using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Mls.Group;

/// <summary>All of an epoch that does not change while it lasts; the states of the epoch share it.</summary>
internal sealed class EpochState : Shared
{
    /// <summary>Takes over the secrets and the keys.</summary>
    internal EpochState(GroupContext context, RatchetTree tree, LeafIndex own, EpochSecrets secrets, TreeKeys keys,
        Opaque confirmationTag)
    {
        Context = context;
        Tree = tree;
        Own = own;
        OwnLeaf = tree.LeafAt(own)!;
        Secrets = secrets;
        Keys = keys;
        ConfirmationTag = confirmationTag;
        InterimTranscriptHash = Suite.InterimTranscriptHash(context.ConfirmedTranscriptHash, confirmationTag);
        Framing = new EpochFraming(Suite, context, context.Encode(), secrets);
        View = new GroupView(context, tree, own);
    }

    internal Ciphersuite Suite => Tree.Suite;

    internal GroupContext Context { get; }

    internal RatchetTree Tree { get; }

    internal LeafIndex Own { get; }

    internal LeafNode OwnLeaf { get; }

    internal EpochSecrets Secrets { get; }

    internal TreeKeys Keys { get; }

    internal Opaque ConfirmationTag { get; }

    internal Opaque InterimTranscriptHash { get; }

    internal EpochFraming Framing { get; }

    internal GroupView View { get; }

    /// <summary>The ratchets of the epoch at its beginning; what they come from is erased.</summary>
    internal SecretTree StartRatchets()
    {
        var ratchets = SecretTree.Create(Suite, Tree.LeafCount, Secrets.Encryption);
        Secrets.Encryption.Dispose();
        return ratchets;
    }

    private protected override void Erase()
    {
        Secrets.Dispose();
        Keys.Dispose();
    }
}
