using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Mls.Ratchets;

/// <summary>
/// Keys of generations that were passed over, waiting for their message: ascending, at most
/// <see cref="SecretTree.WaitingKeysMax"/>. Immutable; each key is the key and then the nonce.
/// </summary>
internal sealed class WaitingKeys : Shared
{
    private readonly ImmutableArray<KeyValuePair<uint, SharedSecret>> keys;

    internal WaitingKeys(ImmutableArray<KeyValuePair<uint, SharedSecret>> keys) => this.keys = keys;

    internal ImmutableArray<KeyValuePair<uint, SharedSecret>> Keys => keys;

    /// <summary>The key of a generation, null if none waits.</summary>
    internal SharedSecret? Find(uint generation)
    {
        foreach (var (waiting, key) in keys)
        {
            if (waiting == generation)
                return key;
        }
        return null;
    }

    /// <summary>All but one; null if none is left.</summary>
    internal WaitingKeys? Without(uint generation)
    {
        var rest = keys.RemoveAll(one => one.Key == generation);
        return rest.IsEmpty ? null : new WaitingKeys(HoldAll(rest));
    }

    /// <summary>
    /// Those of <paramref name="before"/> and then <paramref name="more"/>, which this takes over; the oldest go if
    /// there are too many. <paramref name="oldest"/> becomes the first generation that none was dropped of.
    /// </summary>
    internal static WaitingKeys? Join(WaitingKeys? before, List<KeyValuePair<uint, SharedSecret>> more,
        ref ulong oldest)
    {
        if (before is null && more.Count == 0)
            return null;
        var all = HoldAll(before?.keys ?? []).AddRange(more);
        var dropped = Math.Max(0, all.Length - SecretTree.WaitingKeysMax);
        for (var index = 0; index < dropped; index++)
        {
            oldest = all[index].Key + 1UL;
            all[index].Value.LetGo();
        }
        return new WaitingKeys(all.RemoveRange(0, dropped));
    }

    /// <summary>Appends which keys went and which came between two states.</summary>
    internal static void SaveSince(WaitingKeys? before, WaitingKeys? after, ref ScratchWriter output)
    {
        var (old, now) = (before?.keys ?? [], after?.keys ?? []);
        var (had, has) = (old.Select(one => one.Key).ToHashSet(), now.Select(one => one.Key).ToHashSet());
        var gone = had.Except(has).Order().ToList();
        var came = now.Where(one => !had.Contains(one.Key)).ToList();
        output.WriteUInt16((ushort)gone.Count);
        foreach (var generation in gone)
            output.WriteUInt32(generation);
        output.WriteUInt16((ushort)came.Count);
        foreach (var (generation, key) in came)
        {
            output.WriteUInt32(generation);
            output.WriteVector(key.Reveal());
        }
    }

    /// <summary>The keys after the changes that <see cref="SaveSince"/> wrote; null if none is left.</summary>
    internal static WaitingKeys? LoadSince(WaitingKeys? before, int keyBytes, ref TlsReader reader)
    {
        var gone = new HashSet<uint>();
        for (var left = reader.ReadUInt16(); left > 0; left--)
            gone.Add(reader.ReadUInt32());
        var all = HoldAll((before?.keys ?? []).RemoveAll(one => gone.Contains(one.Key))).ToBuilder();
        for (var left = reader.ReadUInt16(); left > 0; left--)
        {
            var generation = reader.ReadUInt32();
            all.Add(new(generation, new SharedSecret(SecretBytes.CopyOf(reader.ReadVector(keyBytes)))));
        }
        return all.Count == 0 ? null : new WaitingKeys(all.ToImmutable());
    }

    private protected override void Erase()
    {
        foreach (var (_, key) in keys)
            key.LetGo();
    }

    private static ImmutableArray<KeyValuePair<uint, SharedSecret>> HoldAll(
        ImmutableArray<KeyValuePair<uint, SharedSecret>> all)
    {
        foreach (var (_, key) in all)
            key.Hold();
        return all;
    }
}
