using System.Collections.Immutable;

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
