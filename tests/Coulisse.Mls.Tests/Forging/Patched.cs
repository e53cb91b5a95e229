using System.Buffers;
using System.Buffers.Binary;
using Coulisse.Mls.Group;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>A state that would take ages to reach: a snapshot with one number in it changed.</summary>
internal static class Patched
{
    /// <summary>The same state, said to be of another epoch. All members have to be patched alike.</summary>
    internal static MlsGroup AtEpoch(Party party, ulong epoch)
    {
        // uint16 snapshot version, uint16 protocol version, uint16 suite, a group_id of up to 63 bytes, uint64 epoch
        var saved = Saved(party.Group);
        var at = 6 + 1 + party.Group.View.GroupId.Value.Length;
        Assert.Equal(party.Group.View.Epoch.Value, BinaryPrimitives.ReadUInt64BigEndian(saved.AsSpan(at)));
        BinaryPrimitives.WriteUInt64BigEndian(saved.AsSpan(at), epoch);
        return MlsGroup.Load(party.Client, party.Signer, saved);
    }

    /// <summary>The same state, its own application ratchet said to be at this generation.</summary>
    internal static MlsGroup AtGeneration(Party party, uint generation)
    {
        var secret = LeafOf(party, party.Group.View.Own).Ratchet(RatchetKind.Application).Secret.Reveal();
        var saved = Saved(party.Group);
        var at = saved.AsSpan().IndexOf(secret) + secret.Length;
        Assert.Equal(0UL, BinaryPrimitives.ReadUInt64BigEndian(saved.AsSpan(at)));
        BinaryPrimitives.WriteUInt64BigEndian(saved.AsSpan(at), generation);
        return MlsGroup.Load(party.Client, party.Signer, saved);
    }

    /// <summary>A leaf of the present epoch's secret tree, unfolded.</summary>
    internal static SecretTreeNode LeafOf(Party party, LeafIndex index)
    {
        var ratchets = party.Group.State.Ratchets;
        _ = ratchets.NextGeneration(index, RatchetKind.Application); // Unfolds the way there.
        var leaf = ratchets.Root;
        for (var leaves = ratchets.LeafCount; leaves > 1; leaves /= 2)
            leaf = (index.Value & (leaves / 2)) != 0 ? leaf.Right : leaf.Left;
        return leaf;
    }

    internal static byte[] Saved(MlsGroup group)
    {
        var saved = new ArrayBufferWriter<byte>();
        group.Save(saved);
        return saved.WrittenSpan.ToArray();
    }
}
