using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Ratchets;
using static Coulisse.Mls.Group.SnapshotParts;

namespace Coulisse.Mls.Group;

/// <summary>What became of a state's finished epochs: the oldest went, some were read from, new ones came.</summary>
internal static class PastChanges
{
    internal static void Write(TlsWriter writer, GroupState before, GroupState after)
    {
        var first = after.Past.IsEmpty ? after.Epoch.Context.Epoch : after.Past[0].Context.Epoch;
        var stayed = before.Past.Where(past => past.Context.Epoch >= first).ToList();
        if (!stayed.Select(EpochOf).SequenceEqual(after.Past.Take(stayed.Count).Select(EpochOf)))
            throw new ArgumentException("The states are not an earlier and a later one of one group.", nameof(before));
        writer.WriteUInt32((uint)stayed.Count);
        WriteMoved(writer, [.. stayed.Zip(after.Past).Where(one =>
            !ReferenceEquals(one.First.Ratchets.Root, one.Second.Ratchets.Root))]);
        writer.WriteUInt32((uint)(after.Past.Length - stayed.Count));
        foreach (var past in after.Past.Skip(stayed.Count))
            WriteCame(writer, before, past);
    }

    internal static ImmutableArray<PastEpoch> Read(GroupState before, ref TlsReader reader)
    {
        var stayed = reader.ReadUInt32();
        if (stayed > before.Past.Length)
            throw reader.Refuse(DecodeCode.BadContent, "The changes follow a state with other finished epochs.");
        var past = before.Past.Skip(before.Past.Length - (int)stayed).Select(one => one.Share()).ToList();
        for (var left = reader.ReadUInt32(); left > 0; left--)
            ReadMoved(past, ref reader);
        for (var left = reader.ReadUInt32(); left > 0; left--)
            past.Add(ReadCame(before, ref reader));
        return [.. past];
    }

    private static Epoch EpochOf(PastEpoch past) => past.Context.Epoch;

    private static void WriteMoved(TlsWriter writer, List<(PastEpoch Old, PastEpoch Now)> moved)
    {
        writer.WriteUInt32((uint)moved.Count);
        foreach (var (old, now) in moved)
        {
            now.Context.Epoch.Write(writer);
            WriteSecret(writer, (ref ScratchWriter part) =>
                SecretTreeChanges.Write(old.Ratchets, now.Ratchets, ref part));
        }
    }

    private static void ReadMoved(List<PastEpoch> past, ref TlsReader reader)
    {
        var epoch = Epoch.Read(ref reader);
        var place = past.FindIndex(one => one.Context.Epoch == epoch);
        if (place < 0)
            throw reader.Refuse(DecodeCode.BadContent, "The changes follow a state with other finished epochs.");
        var part = new TlsReader(reader.ReadVector(PartBytesMax));
        using var old = past[place];
        past[place] = old.With(SecretTreeChanges.Read(old.Ratchets, ref part));
    }

    // Mostly the epoch that was the present one: its context and tree are known already.
    private static void WriteCame(TlsWriter writer, GroupState before, PastEpoch past)
    {
        var finished = EpochOf(past) == before.Epoch.Context.Epoch;
        writer.WriteUInt8(finished ? (byte)1 : (byte)0);
        if (!finished)
        {
            WritePast(writer, past);
            return;
        }
        WriteSecret(writer, (ref ScratchWriter part) => past.Secrets.Save(ref part));
        WriteSecret(writer, (ref ScratchWriter part) =>
            SecretTreeChanges.Write(before.Ratchets, past.Ratchets, ref part));
    }

    private static PastEpoch ReadCame(GroupState before, ref TlsReader reader)
    {
        var suite = before.Epoch.Suite;
        if (!reader.ReadPresence())
            return ReadPast(suite, ref reader);
        var secrets = ReadSecrets(suite, ref reader);
        var part = new TlsReader(reader.ReadVector(PartBytesMax));
        return PastEpoch.Load(before.Epoch.Context, before.Epoch.Tree, secrets,
            SecretTreeChanges.Read(before.Ratchets, ref part));
    }
}
