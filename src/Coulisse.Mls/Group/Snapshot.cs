using System.Buffers;
using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Mls.Group;

/// <summary>A group's state as one blob of a stated version; what one version wrote, a later one reads or
/// refuses.</summary>
internal static class Snapshot
{
    private const ushort Version = 1;
    private const int PartBytesMax = 1 << 29;

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
        writer.WriteUInt32((uint)state.Proposals.All.Length);
        foreach (var stored in state.Proposals.All)
            WriteProposal(writer, stored);
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
        var tree = ReadTree(suite, ref reader);
        var own = LeafIndex.Read(ref reader);
        var tag = reader.ReadOpaque(MlsLimits.HashBytesMax);
        var secrets = ReadSecrets(suite, ref reader);
        var ratchets = ReadRatchets(suite, ref reader);
        var keys = ReadKeys(tree, own, ref reader);
        var proposals = ReadProposals(suite, ref reader);
        var past = ReadPast(suite, ref reader);
        reader.End();
        return new GroupState(new EpochState(context, tree, own, secrets, keys, tag), ratchets, proposals, past);
    }

    private delegate void Saving(ref ScratchWriter part);

    private static void WriteSecret(TlsWriter writer, Saving save)
    {
        var part = new ScratchWriter(stackalloc byte[1024]);
        save(ref part);
        writer.WriteVector(part.Written);
        part.Dispose();
    }

    private static EpochSecrets ReadSecrets(Ciphersuite suite, ref TlsReader reader)
    {
        var part = new TlsReader(reader.ReadVector(PartBytesMax));
        return EpochSecrets.Load(suite, ref part);
    }

    private static SecretTree ReadRatchets(Ciphersuite suite, ref TlsReader reader)
    {
        var part = new TlsReader(reader.ReadVector(PartBytesMax));
        return SecretTree.Load(suite, ref part);
    }

    // Who loads is promised one exception, whichever part is damaged.
    private static RatchetTree ReadTree(Ciphersuite suite, ref TlsReader reader)
    {
        var nodes = RatchetTreeNodes.Read(ref reader);
        try
        {
            return ReceivedTree.Build(suite, nodes);
        }
        catch (MlsRejection rejection)
        {
            throw reader.Refuse(DecodeCode.BadContent, rejection.Error.Text);
        }
    }

    private static void WriteKeys(TlsWriter writer, TreeKeys keys)
    {
        var all = keys.InOrder().ToList();
        writer.WriteUInt32((uint)all.Count);
        foreach (var (node, key) in all)
        {
            writer.WriteUInt32(node);
            WriteKey(writer, key);
        }
    }

    private static TreeKeys ReadKeys(RatchetTree tree, LeafIndex own, ref TlsReader reader)
    {
        var fresh = new Dictionary<uint, HpkePrivateKey>();
        for (var left = reader.ReadUInt32(); left > 0; left--)
            fresh[reader.ReadUInt32()] = ReadKey(tree.Suite, ref reader);
        if (!fresh.Remove(own.Value * 2, out var leaf))
            throw reader.Refuse(DecodeCode.BadContent, "The snapshot has no key of its own leaf.");
        using var alone = TreeKeys.OfLeaf(own, leaf);
        return alone.For(tree, own, fresh);
    }

    private static void WriteKey(TlsWriter writer, HpkePrivateKey key)
    {
        using var secret = key.CopySecret();
        writer.WriteVector(secret.Reveal());
    }

    private static HpkePrivateKey ReadKey(Ciphersuite suite, ref TlsReader reader) =>
        HpkePrivateKey.From(suite.Hpke.Kem, reader.ReadVector(MlsLimits.PublicKeyBytesMax))
            ?? throw reader.Refuse(DecodeCode.BadContent, "A key of the snapshot has a wrong length.");

    private static void WriteProposal(TlsWriter writer, StoredProposal stored)
    {
        stored.Change.Proposal.Write(writer);
        stored.Change.Proposer.Write(writer);
        stored.Change.Reference!.Value.Write(writer);
        writer.WriteVector(stored.Change.AuthenticatedData);
        writer.WriteUInt8(stored.OwnKey is null ? (byte)0 : (byte)1);
        if (stored.OwnKey is { } own)
            WriteKey(writer, own.Key);
    }

    private static ProposalStore ReadProposals(Ciphersuite suite, ref TlsReader reader)
    {
        var all = ImmutableArray.CreateBuilder<StoredProposal>();
        for (var left = reader.ReadUInt32(); left > 0; left--)
        {
            var change = new ProposedChange(Proposal.Read(ref reader), LeafIndex.Read(ref reader),
                ProposalRef.Read(ref reader), reader.ReadOpaque(MlsLimits.AuthenticatedDataBytesMax));
            all.Add(new(change, reader.ReadPresence() ? new SharedHpkeKey(ReadKey(suite, ref reader)) : null));
        }
        return ProposalStore.Of(all.DrainToImmutable());
    }

    private static void WritePast(TlsWriter writer, PastEpoch past)
    {
        past.Context.Write(writer);
        past.Tree.ToNodes().Write(writer);
        WriteSecret(writer, (ref ScratchWriter part) => past.Secrets.Save(ref part));
        WriteSecret(writer, (ref ScratchWriter part) => past.Ratchets.Save(ref part));
    }

    private static ImmutableArray<PastEpoch> ReadPast(Ciphersuite suite, ref TlsReader reader)
    {
        var past = ImmutableArray.CreateBuilder<PastEpoch>();
        for (var left = reader.ReadUInt32(); left > 0; left--)
            past.Add(PastEpoch.Load(GroupContext.Read(ref reader),
                ReadTree(suite, ref reader),
                ReadSecrets(suite, ref reader), ReadRatchets(suite, ref reader)));
        return past.DrainToImmutable();
    }
}
