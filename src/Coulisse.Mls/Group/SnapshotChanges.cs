using System.Buffers;
using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using static Coulisse.Mls.Group.SnapshotParts;

namespace Coulisse.Mls.Group;

/// <summary>What became of a group's state: a few hundred bytes for a message, a path's nodes for a commit.</summary>
/// <remarks>
/// <code>
/// version | which state it follows | same epoch: ratchets, new proposals       | past epochs: how many went,
///         |                        | else: context, changed nodes, all secrets |   whose ratchets moved, which came
/// </code>
/// </remarks>
internal static class SnapshotChanges
{
    private const ushort Version = 0x8002;

    internal static void Write(GroupState before, GroupState after, IBufferWriter<byte> output)
    {
        if (!AreInOrder(before, after))
            throw new ArgumentException("The states are not an earlier and a later one of one group.", nameof(before));
        var writer = new TlsWriter(output);
        writer.WriteUInt16(Version);
        before.Epoch.Context.GroupId.Write(writer);
        before.Epoch.Context.Epoch.Write(writer);
        writer.WriteVector(before.Epoch.ConfirmationTag);
        var sameEpoch = before.Epoch.ConfirmationTag == after.Epoch.ConfirmationTag;
        writer.WriteUInt8(sameEpoch ? (byte)1 : (byte)0);
        if (sameEpoch)
            WriteWithin(writer, before, after);
        else
            WriteNext(writer, before.Epoch, after);
        PastChanges.Write(writer, before, after);
    }

    internal static GroupState Read(GroupState before, ReadOnlySpan<byte> bytes)
    {
        var reader = new TlsReader(bytes);
        if (reader.ReadUInt16() != Version)
            throw reader.Refuse(DecodeCode.UnknownValue, "The changes are of another version of this program.");
        if (GroupId.Read(ref reader) != before.Epoch.Context.GroupId
            || Epoch.Read(ref reader) != before.Epoch.Context.Epoch
            || reader.ReadOpaque(MlsLimits.HashBytesMax) != before.Epoch.ConfirmationTag)
            throw reader.Refuse(DecodeCode.BadContent, "The changes are not those of this state: load the one before.");
        var (epoch, ratchets, proposals) = reader.ReadPresence()
            ? ReadWithin(before, ref reader)
            : ReadNext(before.Epoch, ref reader);
        var past = PastChanges.Read(before, ref reader);
        reader.End();
        return new GroupState(epoch, ratchets, proposals, past);
    }

    /// <summary>Whether they are an earlier and a later state of one member in one group.</summary>
    internal static bool AreInOrder(GroupState before, GroupState after)
    {
        var (old, now) = (before.Epoch, after.Epoch);
        return old.Context.GroupId == now.Context.GroupId && old.Own == now.Own
            && (old.Context.Epoch < now.Context.Epoch
                || (old.Context.Epoch == now.Context.Epoch && old.ConfirmationTag == now.ConfirmationTag));
    }

    private static void WriteWithin(TlsWriter writer, GroupState before, GroupState after)
    {
        WriteSecret(writer, (ref ScratchWriter part) =>
            SecretTreeChanges.Write(before.Ratchets, after.Ratchets, ref part));
        writer.WriteUInt32((uint)before.Proposals.All.Length);
        WriteProposals(writer, after.Proposals.All[before.Proposals.All.Length..]);
    }

    private static (EpochState, SecretTree, ProposalStore) ReadWithin(GroupState before, ref TlsReader reader)
    {
        var part = new TlsReader(reader.ReadVector(PartBytesMax));
        var ratchets = SecretTreeChanges.Read(before.Ratchets, ref part);
        if (reader.ReadUInt32() != before.Proposals.All.Length)
            throw reader.Refuse(DecodeCode.BadContent, "The changes follow a state with other proposals.");
        var added = ReadProposals(before.Epoch.Suite, ref reader);
        return (before.Epoch.Held(), ratchets, ProposalStore.Of(before.Proposals.Share().All.AddRange(added)));
    }

    private static void WriteNext(TlsWriter writer, EpochState before, GroupState after)
    {
        var epoch = after.Epoch;
        epoch.Context.Write(writer);
        TreeChanges.Write(writer, before.Tree, epoch.Tree);
        writer.WriteVector(epoch.ConfirmationTag);
        WriteSecret(writer, (ref ScratchWriter part) => epoch.Secrets.Save(ref part));
        WriteSecret(writer, (ref ScratchWriter part) => after.Ratchets.Save(ref part));
        WriteKeys(writer, epoch.Keys);
        WriteProposals(writer, after.Proposals.All);
    }

    private static (EpochState, SecretTree, ProposalStore) ReadNext(EpochState before, ref TlsReader reader)
    {
        var context = GroupContext.Read(ref reader);
        var tree = TreeChanges.Read(before.Tree, ref reader);
        var tag = reader.ReadOpaque(MlsLimits.HashBytesMax);
        var secrets = ReadSecrets(tree.Suite, ref reader);
        var ratchets = ReadRatchets(tree.Suite, ref reader);
        var keys = ReadKeys(tree, before.Own, ref reader);
        var proposals = ProposalStore.Of(ReadProposals(tree.Suite, ref reader));
        return (new EpochState(context, tree, before.Own, secrets, keys, tag), ratchets, proposals);
    }
}
