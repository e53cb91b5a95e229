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

namespace Coulisse.Mls.Group;

/// <summary>The parts of a group's state, as a snapshot and as the changes between two states have them.</summary>
internal static class SnapshotParts
{
    internal const int PartBytesMax = 1 << 29;

    internal delegate void Saving(ref ScratchWriter part);

    internal static void WriteSecret(TlsWriter writer, Saving save)
    {
        var part = new ScratchWriter(stackalloc byte[1024]);
        save(ref part);
        writer.WriteVector(part.Written);
        part.Dispose();
    }

    internal static EpochSecrets ReadSecrets(Ciphersuite suite, ref TlsReader reader)
    {
        var part = new TlsReader(reader.ReadVector(PartBytesMax));
        return EpochSecrets.Load(suite, ref part);
    }

    internal static SecretTree ReadRatchets(Ciphersuite suite, ref TlsReader reader)
    {
        var part = new TlsReader(reader.ReadVector(PartBytesMax));
        return SecretTree.Load(suite, ref part);
    }

    internal static void WriteKeys(TlsWriter writer, TreeKeys keys)
    {
        var all = keys.InOrder().ToList();
        writer.WriteUInt32((uint)all.Count);
        foreach (var (node, key) in all)
        {
            writer.WriteUInt32(node);
            WriteKey(writer, key);
        }
    }

    internal static TreeKeys ReadKeys(RatchetTree tree, LeafIndex own, ref TlsReader reader)
    {
        var fresh = new Dictionary<uint, HpkePrivateKey>();
        for (var left = reader.ReadUInt32(); left > 0; left--)
            fresh[reader.ReadUInt32()] = ReadKey(tree.Suite, ref reader);
        if (own.Value >= tree.LeafCount || !fresh.Remove(own.Value * 2, out var leaf))
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

    internal static void WriteProposals(TlsWriter writer, IReadOnlyCollection<StoredProposal> proposals)
    {
        writer.WriteUInt32((uint)proposals.Count);
        foreach (var stored in proposals)
            WriteProposal(writer, stored);
    }

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

    internal static ImmutableArray<StoredProposal> ReadProposals(Ciphersuite suite, ref TlsReader reader)
    {
        var all = ImmutableArray.CreateBuilder<StoredProposal>();
        for (var left = reader.ReadUInt32(); left > 0; left--)
        {
            var change = new ProposedChange(Proposal.Read(ref reader), LeafIndex.Read(ref reader),
                ProposalRef.Read(ref reader), reader.ReadOpaque(MlsLimits.AuthenticatedDataBytesMax));
            all.Add(new(change, reader.ReadPresence() ? new SharedHpkeKey(ReadKey(suite, ref reader)) : null));
        }
        return all.DrainToImmutable();
    }

    internal static void WritePast(TlsWriter writer, PastEpoch past)
    {
        past.Context.Write(writer);
        past.Tree.ToNodes().Write(writer);
        WriteSecret(writer, (ref ScratchWriter part) => past.Secrets.Save(ref part));
        WriteSecret(writer, (ref ScratchWriter part) => past.Ratchets.Save(ref part));
    }

    internal static PastEpoch ReadPast(Ciphersuite suite, ref TlsReader reader) => PastEpoch.Load(
        GroupContext.Read(ref reader), ReceivedTree.BuildKept(suite, RatchetTreeNodes.Read(ref reader), ref reader),
        ReadSecrets(suite, ref reader), ReadRatchets(suite, ref reader));
}
