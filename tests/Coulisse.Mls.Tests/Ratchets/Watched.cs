using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ratchets;

namespace Coulisse.Mls.Tests.Ratchets;

/// <summary>The memory of what a tree of two leaves holds whose left leaf is unfolded.</summary>
internal sealed record Watched(Memory Application, Memory Handshake, Memory OtherLeaf)
{
    internal Memory[] All => [Application, Handshake, OtherLeaf];

    internal static Watched In(SecretTree tree)
    {
        var leaf = tree.Root.Left;
        return new Watched(
            new Memory(leaf.Ratchet(RatchetKind.Application).Secret.Secret),
            new Memory(leaf.Ratchet(RatchetKind.Handshake).Secret.Secret),
            new Memory(tree.Root.Right.Folded!));
    }

    internal static SecretBytes Waiting(SecretTree tree, uint leaf, int index) =>
        (leaf == 0 ? tree.Root.Left : tree.Root.Right).Ratchet(RatchetKind.Application).Waiting!.Keys[index]
            .Value.Secret;
}
