using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Vault;

namespace Coulisse.World.Desks;

/// <summary>A desk's disk: keeps what was committed, loses the rest.</summary>
public sealed class SimulatedVault
{
    private ImmutableSortedDictionary<string, (Opaque Key, Opaque Record)> durable =
        ImmutableSortedDictionary.Create<string, (Opaque, Opaque)>(StringComparer.Ordinal);

    private readonly List<(VaultTable Table, Opaque Key, Opaque Record)> changes = [];

    /// <summary>What has become durable since this was last asked.</summary>
    public IReadOnlyList<(VaultTable Table, Opaque Key, Opaque Record)> TakeChanges()
    {
        var taken = changes.ToArray();
        changes.Clear();
        return taken;
    }

    /// <summary>Whether a commit since then was to erase what it replaced.</summary>
    public Erasure LastErasure { get; private set; } = Erasure.Later;

    /// <summary>Everything that is on it, to look for what should not be.</summary>
    public IEnumerable<Opaque> Records => durable.Values.Select(one => one.Record);

    /// <summary>A copy of everything on it, as somebody might take for a backup.</summary>
    public SimulatedVault Copy() => new() { durable = durable };

    /// <summary>A process opens it.</summary>
    public IVault Open() => new Opened(this);

    private sealed class Opened(SimulatedVault vault) : IVault
    {
        private readonly List<(VaultTable, Opaque, Opaque)> pending = [];
        private ImmutableSortedDictionary<string, (Opaque Key, Opaque Record)> now = vault.durable;

        public SecretBytes? Get(VaultTable table, Opaque key) =>
            now.TryGetValue(Name(table, key), out var found) ? SecretBytes.CopyOf(found.Record.Span) : null;

        public IReadOnlyList<Opaque> Keys(VaultTable table, Opaque prefix)
        {
            var begin = Name(table, prefix);
            return [.. now.Where(one => one.Key.StartsWith(begin, StringComparison.Ordinal))
                .Select(one => one.Value.Key)];
        }

        public void Put(VaultTable table, Opaque key, ReadOnlySpan<byte> record)
        {
            var kept = Opaque.CopyOf(record);
            now = now.SetItem(Name(table, key), (key, kept));
            pending.Add((table, key, kept));
        }

        public void Remove(VaultTable table, Opaque key) => now = now.Remove(Name(table, key));

        public void Commit(Erasure erasure = Erasure.Now)
        {
            if (vault.changes.Count == 0 || erasure == Erasure.Now)
                vault.LastErasure = erasure;
            vault.durable = now;
            vault.changes.AddRange(pending);
            pending.Clear();
        }

        public void Undo()
        {
            now = vault.durable;
            pending.Clear();
        }

        public void Dispose()
        {
        }

        private static string Name(VaultTable table, Opaque key) => $"{(int)table} {key}";
    }
}
