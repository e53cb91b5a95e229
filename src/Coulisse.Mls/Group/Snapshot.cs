using System.Buffers;
using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;
using static Coulisse.Mls.Group.SnapshotParts;

namespace Coulisse.Mls.Group;

/// <summary>A group's state as one blob of a stated version; what one version wrote, a later one reads or
/// refuses.</summary>
internal static class Snapshot
{
    private const ushort Version = 2;

    internal static void Write(GroupState state, IBufferWriter<byte> output)
    {
        var epoch = state.Epoch;
        var writer = new TlsWriter(output);
        writer.WriteUInt16(Version);
        epoch.Context.Write(writer);
        epoch.Tree.ToNodes().Write(writer);
        epoch.Own.Write(writer);
        writer.WriteVector(epoch.ConfirmationTag);
        WriteSecret(writer, (ref ScratchWriter part) => epoch.Secrets.Save(ref part));
        WriteSecret(writer, (ref ScratchWriter part) => state.Ratchets.Save(ref part));
        WriteKeys(writer, epoch.Keys);
        WriteProposals(writer, state.Proposals.All);
        writer.WriteUInt32((uint)state.Past.Length);
        foreach (var past in state.Past)
            WritePast(writer, past);
    }

    internal static GroupState Read(CiphersuiteSet suites, ReadOnlySpan<byte> bytes)
    {
        var reader = new TlsReader(bytes);
        if (reader.ReadUInt16() != Version)
            throw reader.Refuse(DecodeCode.UnknownValue, "The snapshot is of another version of this program.");
        var context = GroupContext.Read(ref reader);
        var suite = suites.Find(context.Ciphersuite.Value)
            ?? throw reader.Refuse(DecodeCode.UnknownValue, "The snapshot is of a suite that is not spoken here.");
        var tree = ReceivedTree.BuildKept(suite, RatchetTreeNodes.Read(ref reader), ref reader);
        var own = LeafIndex.Read(ref reader);
        var tag = reader.ReadOpaque(MlsLimits.HashBytesMax);
        var secrets = ReadSecrets(suite, ref reader);
        var ratchets = ReadRatchets(suite, ref reader);
        var keys = ReadKeys(tree, own, ref reader);
        var proposals = ProposalStore.Of(ReadProposals(suite, ref reader));
        var past = ImmutableArray.CreateBuilder<PastEpoch>();
        for (var left = reader.ReadUInt32(); left > 0; left--)
            past.Add(ReadPast(suite, ref reader));
        reader.End();
        return new GroupState(new EpochState(context, tree, own, secrets, keys, tag), ratchets, proposals,
            past.DrainToImmutable());
    }
}
