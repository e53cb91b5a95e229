using System.Diagnostics;
using System.Numerics;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Ratchets;

/// <summary>
/// All message keys of an epoch, as one state (RFC 9420 §9): a tree of secrets, two ratchets at each leaf. Drawing a
/// key leaves this state as it is and gives the next one, which shares everything with it but what the key used up.
/// </summary>
/// <remarks>
/// <para>Dispose the state that you drop, be it the old one or the next: what no other living state holds is erased
/// then, and nothing else. A state that is never disposed keeps its secrets in memory.</para>
/// <para>The states of one tree are used from one thread at a time.</para>
/// <code>
///        G               G'         a key of D drawn from G:
///      /   \            / \         G' has new nodes on the way to D only,
///     E     F    -->   E   F'       E, C and the other ratchet of D are shared,
///    / \   / \            / \       and when G goes, what D's key came from goes with it
///   A   B C   D          C   D'
/// </code>
/// </remarks>
public sealed class SecretTree : IDisposable
{
    /// <summary>
    /// How many generations a message may be ahead of the last one; a ratchet steps at most that often.
    /// </summary>
    public const int GenerationsAheadMax = 1024;

    /// <summary>How many keys of passed-over generations wait in one ratchet; then the oldest goes.</summary>
    public const int WaitingKeysMax = 1024;

    private readonly Ciphersuite suite;
    private readonly SecretTreeNode root;
    private bool disposed;

    private SecretTree(Ciphersuite suite, uint leafCount, SecretTreeNode root)
    {
        this.suite = suite;
        LeafCount = leafCount;
        this.root = root;
    }

    /// <summary>How many leaves, blank ones included: a power of two.</summary>
    public uint LeafCount { get; }

    internal SecretTreeNode Root => root;

    internal Ciphersuite Suite => suite;

    /// <summary>The tree of an epoch, from its encryption_secret, which stays the caller's to dispose.</summary>
    public static SecretTree Create(Ciphersuite suite, uint leafCount, SecretBytes encryptionSecret)
    {
        ArgumentNullException.ThrowIfNull(encryptionSecret);
        CheckLeafCount(leafCount);
        return new SecretTree(suite, leafCount, new SecretTreeNode(SecretBytes.CopyOf(encryptionSecret.Reveal())));
    }

    /// <summary>The same state once more, to be disposed by itself.</summary>
    public SecretTree Share()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return new SecretTree(suite, LeafCount, root.Held());
    }

    /// <summary>The same state without both ratchets of one leaf, to be disposed by itself.</summary>
    public SecretTree WithoutLeaf(LeafIndex leaf)
    {
        _ = LeafNode(leaf); // Unfolds the way there, so that no secret above it is left.
        return With(leaf, SecretTreeNode.ErasedLeaf());
    }

    /// <summary>The generation that <see cref="DrawNext"/> would give.</summary>
    /// <exception cref="UnreachableException">The leaf's ratchets were erased.</exception>
    public ulong NextGeneration(LeafIndex leaf, RatchetKind kind) => LeafNode(leaf).Ratchet(kind).Generation;

    /// <summary>To send: the key and nonce of the first generation not given yet.</summary>
    public RatchetAnswer DrawNext(LeafIndex leaf, RatchetKind kind, Span<byte> key, Span<byte> nonce,
        out uint generation, out SecretTree? next)
    {
        (generation, next) = (0, null);
        if (leaf.Value >= LeafCount)
            return RatchetAnswer.NoSuchLeaf;
        if (LeafNode(leaf).IsErasedLeaf)
            return RatchetAnswer.Erased;
        var wanted = NextGeneration(leaf, kind);
        var answer = Draw(leaf, kind, wanted, key, nonce, out next);
        if (answer == RatchetAnswer.Drawn)
            generation = (uint)wanted;
        return answer;
    }

    /// <summary>To receive: the key and nonce of a generation, if it was not given before.</summary>
    public RatchetAnswer DrawAt(LeafIndex leaf, RatchetKind kind, uint generation, Span<byte> key, Span<byte> nonce,
        out SecretTree? next)
    {
        next = null;
        return leaf.Value >= LeafCount
            ? RatchetAnswer.NoSuchLeaf
            : Draw(leaf, kind, generation, key, nonce, out next);
    }

    /// <summary>Erases what no other living state of this tree holds; safe to call again.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        root.LetGo();
    }

    /// <summary>The same with another leaf, which is taken over, to be disposed by itself.</summary>
    internal SecretTree With(LeafIndex leaf, SecretTreeNode changed) =>
        new(suite, LeafCount, WithLeaf(root, LeafCount, leaf, changed));

    /// <summary>Appends the whole state, for a snapshot.</summary>
    internal void Save(ref ScratchWriter output)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        output.WriteUInt32(LeafCount);
        root.Save(ref output);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    internal static SecretTree Load(Ciphersuite suite, ref TlsReader reader)
    {
        var leafCount = reader.ReadUInt32();
        if (!BitOperations.IsPow2(leafCount))
            throw reader.Refuse(DecodeCode.BadContent, "A saved secret tree has another form.");
        return new SecretTree(suite, leafCount, SecretTreeNode.Load(suite, leafCount, ref reader));
    }

    /// <summary>The leaf, with all nodes on the way to it unfolded.</summary>
    internal SecretTreeNode LeafNode(LeafIndex leaf)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(leaf.Value, LeafCount, nameof(leaf));
        var node = root;
        for (var leaves = LeafCount; leaves > 1; leaves /= 2)
        {
            node.UnfoldParent(suite);
            node = IsOnTheRight(leaf, leaves) ? node.Right : node.Left;
        }
        node.UnfoldLeaf(suite);
        return node;
    }

    private static void CheckLeafCount(uint leafCount)
    {
        if (!BitOperations.IsPow2(leafCount))
            throw new ArgumentOutOfRangeException(nameof(leafCount), "The number of leaves is a power of two.");
    }

    private RatchetAnswer Draw(LeafIndex leaf, RatchetKind kind, ulong generation, Span<byte> key, Span<byte> nonce,
        out SecretTree? next)
    {
        next = null;
        var node = LeafNode(leaf);
        if (node.IsErasedLeaf)
            return RatchetAnswer.Erased;
        var answer = node.Ratchet(kind).Draw(suite, generation, key, nonce, out var ratchet);
        if (answer != RatchetAnswer.Drawn)
            return answer;
        next = With(leaf, node.WithRatchet(kind, ratchet!));
        return RatchetAnswer.Drawn;
    }

    private static SecretTreeNode WithLeaf(SecretTreeNode node, uint leaves, LeafIndex leaf, SecretTreeNode changed)
    {
        if (leaves == 1)
            return changed;
        var onTheRight = IsOnTheRight(leaf, leaves);
        var child = onTheRight ? node.Right : node.Left;
        return node.WithChild(WithLeaf(child, leaves / 2, leaf, changed), onTheRight);
    }

    /// <summary>Below a node over <paramref name="leaves"/> leaves, in which half.</summary>
    private static bool IsOnTheRight(LeafIndex leaf, uint leaves) => (leaf.Value & (leaves / 2)) != 0;
}
