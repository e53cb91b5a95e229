using System.Collections.Immutable;
using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.TreeKem;

/// <summary>
/// The private keys that one member holds: of its leaf and of nodes above it (RFC 9420 §4.2). One state of a group has
/// one of these; what the next state keeps is shared, the rest is erased when the old state goes.
/// </summary>
internal sealed class TreeKeys : IDisposable
{
    private readonly ImmutableDictionary<uint, SharedHpkeKey> keys;
    private bool disposed;

    private TreeKeys(ImmutableDictionary<uint, SharedHpkeKey> keys) => this.keys = keys;

    /// <summary>A member's leaf key alone; takes it over.</summary>
    internal static TreeKeys OfLeaf(LeafIndex own, HpkePrivateKey key) =>
        new(ImmutableDictionary<uint, SharedHpkeKey>.Empty.Add(own.Value * 2, new SharedHpkeKey(key)));

    /// <summary>Every node with its key, in order, for a snapshot.</summary>
    internal IEnumerable<(uint Node, HpkePrivateKey Key)> InOrder() =>
        from entry in keys orderby entry.Key select (entry.Key, entry.Value.Key);

    internal HpkePrivateKey? Find(uint node)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return keys.GetValueOrDefault(node)?.Key;
    }

    /// <summary>
    /// The keys of a changed tree: those of <paramref name="fresh"/>, which are taken over, and of these ones, whose
    /// public halves stand in that tree. A key of neither kind is outdated, and not kept (RFC 9420 §7.5).
    /// </summary>
    internal TreeKeys For(RatchetTree tree, LeafIndex own, IReadOnlyDictionary<uint, HpkePrivateKey> fresh)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var next = ImmutableDictionary.CreateBuilder<uint, SharedHpkeKey>();
        for (var at = tree.Root; ; at = at.Fork(own).Toward)
        {
            var key = at.Leaf?.EncryptionKey ?? at.Parent?.EncryptionKey;
            if (fresh.TryGetValue(at.Node, out var made) && made.PublicKey == key)
                next[at.Node] = new SharedHpkeKey(made);
            else if (keys.TryGetValue(at.Node, out var held) && held.Key.PublicKey == key)
                next[at.Node] = held.Held();
            if (at.IsLeaf)
                return new TreeKeys(next.ToImmutable());
        }
    }

    /// <summary>The same keys once more, to be disposed by themselves.</summary>
    internal TreeKeys Share()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        foreach (var key in keys.Values)
            key.Hold();
        return new TreeKeys(keys);
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        foreach (var key in keys.Values)
            key.LetGo();
    }
}
