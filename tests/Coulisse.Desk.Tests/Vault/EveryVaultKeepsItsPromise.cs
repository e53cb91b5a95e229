using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Passphrases;
using Coulisse.Desk.Vault;
using Coulisse.Desk.Vault.Sqlite;
using Coulisse.World.Chance;
using Coulisse.World.Desks;

namespace Coulisse.Desk.Tests.Vault;

/// <summary>The contract of a vault, on the one that desks use and on the one of the simulated world.</summary>
public abstract class EveryVaultKeepsItsPromise : IDisposable
{
    private IVault? vault;

    private IVault Vault => vault ??= Open();

    public void Dispose()
    {
        vault?.Dispose();
        Clean();
        GC.SuppressFinalize(this);
    }

    /// <summary>The vault as a process that starts now finds it.</summary>
    protected abstract IVault Open();

    protected virtual void Clean()
    {
    }

    [Fact]
    public void What_was_committed_is_there_after_a_stop_and_the_rest_is_not()
    {
        Put(VaultTable.Rooms, [1], "first");
        Vault.Commit();
        Put(VaultTable.Rooms, [1], "second");
        Put(VaultTable.Rooms, [2], "another");
        Assert.Equal("second", Get(VaultTable.Rooms, [1]));
        Stop();
        Assert.Equal("first", Get(VaultTable.Rooms, [1]));
        Assert.Null(Get(VaultTable.Rooms, [2]));
        Assert.Null(Get(VaultTable.Groups, [1]));
    }

    [Fact]
    public void What_is_undone_never_was()
    {
        Put(VaultTable.Outbox, [1], "kept");
        Vault.Commit();
        Put(VaultTable.Outbox, [1], "changed");
        Put(VaultTable.Outbox, [2], "new");
        Vault.Remove(VaultTable.Outbox, Key([1]));
        Vault.Undo();
        Assert.Equal("kept", Get(VaultTable.Outbox, [1]));
        Assert.Equal([Key([1])], Vault.Keys(VaultTable.Outbox, Opaque.Empty));
        Put(VaultTable.Outbox, [3], "after");
        Vault.Commit();
        Stop();
        Assert.Equal([Key([1]), Key([3])], Vault.Keys(VaultTable.Outbox, Opaque.Empty));
    }

    [Fact]
    public void Keys_come_in_the_order_of_their_bytes_and_of_one_table_alone()
    {
        byte[][] keys = [[2], [1, 255], [1], [1, 0], [255], [0x10, 1]];
        foreach (var key in keys)
            Put(VaultTable.Transcript, key, "x");
        Put(VaultTable.Receipts, [1, 7], "another table");
        Vault.Commit();
        Stop();
        Assert.Equal([Key([1]), Key([1, 0]), Key([1, 255]), Key([2]), Key([0x10, 1]), Key([255])],
            Vault.Keys(VaultTable.Transcript, Opaque.Empty));
        Assert.Equal([Key([1]), Key([1, 0]), Key([1, 255])], Vault.Keys(VaultTable.Transcript, Key([1])));
    }

    [Fact]
    public void What_is_removed_is_gone_and_removing_nothing_is_nothing()
    {
        Put(VaultTable.InFlight, [1], "x");
        Vault.Commit();
        Vault.Remove(VaultTable.InFlight, Key([1]));
        Vault.Remove(VaultTable.InFlight, Key([9]));
        Assert.Null(Get(VaultTable.InFlight, [1]));
        Vault.Commit();
        Stop();
        Assert.Null(Get(VaultTable.InFlight, [1]));
        Assert.Empty(Vault.Keys(VaultTable.InFlight, Opaque.Empty));
    }

    [Fact]
    public void An_empty_record_and_a_large_one_come_back_as_they_are()
    {
        var large = new byte[600_000];
        new Seed(7).Fill(large);
        Vault.Put(VaultTable.Groups, Key([1]), large);
        Vault.Put(VaultTable.Groups, Key([2]), []);
        Vault.Commit();
        Stop();
        using var found = Vault.Get(VaultTable.Groups, Key([1]));
        using var empty = Vault.Get(VaultTable.Groups, Key([2]));
        Assert.True(found!.FixedTimeEquals(large));
        Assert.Equal(0, empty!.Length);
    }

    private void Stop()
    {
        vault?.Dispose();
        vault = null;
    }

    private void Put(VaultTable table, byte[] key, string words) =>
        Vault.Put(table, Key(key), System.Text.Encoding.UTF8.GetBytes(words));

    private string? Get(VaultTable table, byte[] key)
    {
        using var record = Vault.Get(table, Key(key));
        return record is null ? null : System.Text.Encoding.UTF8.GetString(record.Reveal());
    }

    private static Opaque Key(byte[] bytes) => Opaque.CopyOf(bytes);
}

/// <summary>In one file, under a passphrase.</summary>
public sealed class TheSealedVaultKeepsItsPromise : EveryVaultKeepsItsPromise
{
    private readonly VaultOnDisk disk = new();

    protected override IVault Open() => disk.Open();

    protected override void Clean() => disk.Dispose();
}

/// <summary>In the simulated world.</summary>
public sealed class TheSimulatedVaultKeepsItsPromise : EveryVaultKeepsItsPromise
{
    private readonly SimulatedVault disk = new();

    protected override IVault Open() => disk.Open();
}
