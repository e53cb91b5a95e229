using Coulisse.Crypto.Codec;

namespace Coulisse.Desk.Vault.Sqlite;

/// <summary>
/// Which records there are, in the order of their keys, with the number of each; and the sum of their codes, by which a
/// row that was taken back, left out or brought back shows. It follows every write and can go back to the last commit.
/// </summary>
internal sealed class VaultIndex(RecordSeal seal)
{
    private readonly SortedDictionary<string, (Opaque Key, ulong Number)> rows = new(StringComparer.Ordinal);
    private readonly List<(string Place, Opaque Key, ulong? Before)> since = [];
    private readonly byte[] sum = new byte[RecordSeal.CodeBytes];
    private readonly byte[] committed = new byte[RecordSeal.CodeBytes];

    /// <summary>Exclusive-or of all rows' codes.</summary>
    internal ReadOnlySpan<byte> Sum => sum;

    internal ulong? NumberOf(VaultTable table, Opaque key) =>
        rows.TryGetValue(PlaceOf(table, key), out var row) ? row.Number : null;

    internal List<Opaque> Keys(VaultTable table, Opaque prefix)
    {
        var begin = PlaceOf(table, prefix);
        return [.. rows.Where(row => row.Key.StartsWith(begin, StringComparison.Ordinal)).Select(row => row.Value.Key)];
    }

    /// <summary>Sets a row's number, or takes the row out (null).</summary>
    internal void Set(VaultTable table, Opaque key, Opaque name, ulong? number)
    {
        var place = PlaceOf(table, key);
        ulong? before = rows.TryGetValue(place, out var row) ? row.Number : null;
        since.Add((place, key, before));
        Turn(name, before);
        Turn(name, number);
        Put(place, key, number);
    }

    internal void Committed()
    {
        since.Clear();
        sum.CopyTo(committed, 0);
    }

    internal void Undo()
    {
        for (var at = since.Count - 1; at >= 0; at--)
            Put(since[at].Place, since[at].Key, since[at].Before);
        since.Clear();
        committed.CopyTo(sum, 0);
    }

    private void Put(string place, Opaque key, ulong? number)
    {
        if (number is { } present)
            rows[place] = (key, present);
        else
            rows.Remove(place);
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

    // Digits sort as the bytes do, and the table comes first.
    private static string PlaceOf(VaultTable table, Opaque key) => FormattableString.Invariant($"{(int)table:x4}{key}");
}
