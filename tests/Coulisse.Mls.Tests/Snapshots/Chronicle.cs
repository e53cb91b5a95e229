using System.Buffers;
using Coulisse.Mls.Group;
using Coulisse.Mls.Tests.Forging;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Snapshots;

/// <summary>What a party's disk would hold: one snapshot, then the changes of each step, applied at once.</summary>
internal sealed class Chronicle : IDisposable
{
    private readonly Party party;

    internal Chronicle(Party party)
    {
        this.party = party;
        First = Patched.Saved(party.Group);
        Restored = Load(First);
        party.Stepping = Take;
    }

    /// <summary>The snapshot at the beginning.</summary>
    internal byte[] First { get; }

    /// <summary>The state that the disk gives, without the party's memory.</summary>
    internal MlsGroup Restored { get; private set; }

    /// <summary>The changes of each step.</summary>
    internal List<byte[]> Changes { get; } = [];

    /// <summary>Whether the restored state is the party's, byte for byte.</summary>
    internal bool IsWhole() => Patched.Saved(party.Group).AsSpan().SequenceEqual(Patched.Saved(Restored));

    /// <summary>The same, once all that follows from the secrets of both was unfolded.</summary>
    internal bool IsWholeUnfolded()
    {
        foreach (var state in new[] { party.Group.State, Restored.State })
            foreach (var tree in state.Past.Select(past => past.Ratchets).Append(state.Ratchets))
                for (uint leaf = 0; leaf < tree.LeafCount; leaf++)
                    _ = tree.LeafNode(new LeafIndex(leaf));
        return IsWhole();
    }

    /// <summary>Whether one leap from the first snapshot to the present state comes out there too.</summary>
    internal bool IsWholeInOneLeap()
    {
        using var first = Load(First);
        using var leapt = first.Advance(Between(first, party.Group));
        return Patched.Saved(party.Group).AsSpan().SequenceEqual(Patched.Saved(leapt));
    }

    internal static byte[] Between(MlsGroup before, MlsGroup after)
    {
        var changes = new ArrayBufferWriter<byte>();
        after.SaveSince(before, changes);
        return changes.WrittenSpan.ToArray();
    }

    internal MlsGroup Load(byte[] snapshot) => MlsGroup.Load(party.Client, party.Signer, snapshot);

    public void Dispose()
    {
        party.Stepping = null;
        Restored.Dispose();
    }

    private void Take(MlsGroup before, MlsGroup after)
    {
        Changes.Add(Between(before, after));
        using var old = Restored;
        Restored = old.Advance(Changes[^1]);
    }
}
