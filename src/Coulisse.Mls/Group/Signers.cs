using System.Collections.Immutable;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>
/// The signature keys of one client: that of its leaf, and those of leaves that it proposed, until a commit decides
/// which of them counts. They stay the caller's to dispose.
/// </summary>
internal sealed class Signers
{
    private readonly ImmutableArray<SignaturePrivateKey> all;

    private Signers(ImmutableArray<SignaturePrivateKey> all) => this.all = all;

    internal static Signers Of(params ReadOnlySpan<SignaturePrivateKey> keys) => new([.. keys]);

    /// <summary>These, and one for a leaf that may come.</summary>
    internal Signers With(SignaturePrivateKey proposed) => new(all.Add(proposed));

    /// <summary>What a leaf of this client's is signed with.</summary>
    /// <exception cref="InvalidOperationException">Its key was not given.</exception>
    internal SignaturePrivateKey For(LeafNode leaf)
    {
        foreach (var key in all)
            if (key.PublicKey.Value == leaf.SignatureKey)
                return key;
        throw new InvalidOperationException(
            "The member's leaf has a signature key that was not given; give it when the state is loaded.");
    }

    /// <summary>The one of a leaf alone: a new epoch has no use for the others.</summary>
    internal Signers Only(LeafNode leaf) => all.Length == 1 ? this : Of(For(leaf));
}
