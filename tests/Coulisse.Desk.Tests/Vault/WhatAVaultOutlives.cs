using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;
using Coulisse.Desk.Vault.Sqlite;
using Coulisse.World.Chance;
using Microsoft.Data.Sqlite;

namespace Coulisse.Desk.Tests.Vault;

/// <summary>A second program, a copy at any moment, a full disk.</summary>
public sealed class WhatAVaultOutlives : IDisposable
{
    private static readonly Opaque One = Opaque.CopyOf("one"u8);

    private readonly VaultOnDisk disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public void One_process_has_it_open()
    {
        using var vault = disk.Open();
        vault.Put(VaultTable.Rooms, One, "x"u8);
        vault.Commit();
        Assert.Equal(VaultRefusal.InUse, disk.Refusal());
    }

    [Fact]
    public void It_is_closed_to_every_other_account()
    {
        disk.Open().Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(disk.File));
    }

    [Fact]
    public void A_copy_taken_between_any_two_steps_opens_to_what_was_committed()
    {
        using var vault = disk.Open();
        for (byte number = 1; number <= 12; number++)
        {
            vault.Put(VaultTable.Rooms, One, [number]);
            Assert.Equal((byte)(number - 1), InACopy());
            vault.Commit();
            Assert.Equal(number, InACopy());
        }

        byte InACopy()
        {
            using var copy = new VaultOnDisk();
            foreach (var suffix in (string[])["", "-wal"])
            {
                if (File.Exists(disk.File + suffix))
                    File.Copy(disk.File + suffix, copy.File + suffix);
            }
            using var opened = copy.Open();
            using var record = opened.Get(VaultTable.Rooms, One);
            return record is null ? (byte)0 : record.Reveal()[0];
        }
    }

    [Fact]
    [Trait("Row", "34")]
    public void Torn_by_a_power_cut_it_opens_to_this_commit_or_to_the_one_before()
    {
        var seed = new Seed(34);
        var (before, after) = (0, 0);
        using var vault = disk.Open();
        var synced = Copies();
        for (byte number = 1; number <= 20; number++)
        {
            vault.Put(VaultTable.Rooms, One, [number]);
            vault.Put(VaultTable.Groups, One, new byte[2_000 + (number * 100)]);
            vault.Commit(Erasure.Later);
            var written = Copies();
            for (var cut = 0; cut < 8 && synced.Main.AsSpan().SequenceEqual(written.Main); cut++)
            {
                using var copy = new VaultOnDisk();
                File.WriteAllBytes(copy.File, synced.Main);
                File.WriteAllBytes(copy.File + "-wal", TornWrites.Of(synced.Log, written.Log, seed));
                using var opened = copy.Open();
                using var record = opened.Get(VaultTable.Rooms, One);
                var found = record is null ? (byte)0 : record.Reveal()[0];
                Assert.InRange(found, (byte)(number - 1), number);
                (before, after) = found == number ? (before, after + 1) : (before + 1, after);
            }
            synced = written;
        }
        Assert.True(before > 10 && after > 0, $"{before} before, {after} after");

        (byte[] Main, byte[] Log) Copies() => (File.ReadAllBytes(disk.File),
            File.Exists(disk.File + "-wal") ? File.ReadAllBytes(disk.File + "-wal") : []);
    }

    [Fact]
    public void A_full_disk_takes_nothing_back_and_can_be_undone()
    {
        using var vault = disk.Open();
        vault.Put(VaultTable.Rooms, One, "kept"u8);
        vault.Commit();
        vault.Database.LimitPages(20);
        Assert.Throws<SqliteException>(() =>
        {
            vault.Put(VaultTable.Rooms, One, "lost"u8);
            vault.Put(VaultTable.Groups, One, new byte[1_000_000]);
            vault.Commit();
        });
        vault.Undo();
        vault.Database.LimitPages(10_000);
        using (var record = vault.Get(VaultTable.Rooms, One))
            Assert.True(record!.FixedTimeEquals("kept"u8));
        Assert.Empty(vault.Keys(VaultTable.Groups, Opaque.Empty));
        vault.Put(VaultTable.Groups, One, new byte[1_000]);
        vault.Commit();
    }
}
