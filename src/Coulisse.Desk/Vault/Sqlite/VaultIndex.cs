using Coulisse.Crypto.Codec;

namespace Coulisse.Desk.Vault.Sqlite;

/// <summary>
/// Which records there are, in the order of their keys, with the name and number of each; and the sum of their codes,
/// by which a row that was taken back, left out or brought back shows. It follows every write and can go back to the
/// last commit.
/// </summary>
internal sealed class VaultIndex(RecordSeal seal)
{
    private readonly SortedSet<VaultPlace> rows = new(VaultPlace.InOrder);
    private readonly List<(VaultPlace Is, ulong? Before)> since = [];
    private readonly byte[] sum = new byte[RecordSeal.CodeBytes];
    private readonly byte[] committed = new byte[RecordSeal.CodeBytes];

    /// <summary>Exclusive-or of all rows' codes.</summary>
    internal ReadOnlySpan<byte> Sum => sum;

    /// <summary>A record's row; null if there is none.</summary>
    internal VaultPlace? Find(VaultTable table, Opaque key) =>
        rows.TryGetValue(VaultPlace.Sought(table, key), out var row) ? row : null;

    internal List<Opaque> Keys(VaultTable table, Opaque prefix) =>
    [
        .. rows.GetViewBetween(VaultPlace.Sought(table, prefix), VaultPlace.Sought(table + 1, Opaque.Empty))
            .TakeWhile(row => row.Table == table && row.Key.Span.StartsWith(prefix.Span)).Select(row => row.Key),
    ];

    /// <summary>Sets a row's number, or takes the row out (null).</summary>
    internal void Set(VaultTable table, Opaque key, Opaque name, ulong? number)
    {
        var place = new VaultPlace(table, key, name, number ?? 0);
        ulong? before = rows.TryGetValue(place, out var row) ? row.Number : null;
        since.Add((place, before));
        Turn(name, before);
        Turn(name, number);
        Put(place, number);
    }

    internal void Committed()
    {
        since.Clear();
        sum.CopyTo(committed, 0);
    }

    internal void Undo()
    {
        for (var at = since.Count - 1; at >= 0; at--)
            Put(since[at].Is, since[at].Before);
        since.Clear();
        committed.CopyTo(sum, 0);
    }

    private void Put(VaultPlace place, ulong? number)
    {
        rows.Remove(place);
        if (number is { } present)
            rows.Add(place with { Number = present });
    }

    private void Turn(Opaque name, ulong? number)
    {
        if (number is not { } present)
            return;
        Span<byte> code = stackalloc byte[RecordSeal.CodeBytes];
        seal.CodeOf(name, present, code);
        for (var at = 0; at < code.Length; at++)
            sum[at] ^= code[at];
    }
}
