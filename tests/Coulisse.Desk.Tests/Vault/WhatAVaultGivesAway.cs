using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;
using Coulisse.Desk.Vault.Sqlite;
using Microsoft.Data.Sqlite;

namespace Coulisse.Desk.Tests.Vault;

/// <summary>Somebody has the file, with or without writing into it.</summary>
public sealed class WhatAVaultGivesAway : IDisposable
{
    private static readonly Opaque One = Opaque.CopyOf("one"u8);
    private static readonly Opaque Other = Opaque.CopyOf("other"u8);

    private readonly VaultOnDisk disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public void Another_passphrase_does_not_open_it_and_the_right_one_still_does()
    {
        disk.Open().Dispose();
        Assert.Equal(VaultRefusal.WrongPassphrase, disk.Refusal("wrong"));
        disk.Open().Dispose();
    }

    [Fact]
    public void A_changed_passphrase_opens_the_same_records_and_the_earlier_one_nothing()
    {
        using (var vault = disk.Open())
        {
            vault.Put(VaultTable.Keys, One, "kept"u8);
            vault.Commit();
            using var next = Coulisse.Crypto.Passphrases.Passphrase.From("another")!;
            vault.ChangePassphrase(next, VaultOnDisk.Cheap);
        }
        Assert.Equal(VaultRefusal.WrongPassphrase, disk.Refusal());
        using var opened = disk.Open("another");
        using var record = opened.Get(VaultTable.Keys, One);
        Assert.True(record!.FixedTimeEquals("kept"u8));
    }

    [Fact]
    public void Neither_words_nor_keys_nor_tables_are_in_its_files()
    {
        var marked = "marked-words-5521"u8.ToArray();
        using (var vault = disk.Open())
        {
            vault.Put(VaultTable.Transcript, Opaque.CopyOf("marked-key-7718"u8), marked);
            vault.Commit();
            Assert.DoesNotContain(disk.Files, file => file.AsSpan().IndexOf(marked) >= 0);
        }
        Assert.DoesNotContain(disk.Files, file => file.AsSpan().IndexOf("marked-key-7718"u8) >= 0);
        Assert.DoesNotContain(disk.Files, file => file.AsSpan().IndexOf("ranscript"u8) >= 0);
        File.AppendAllBytes(disk.File, marked); // the same look finds them where they are
        Assert.Contains(disk.Files, file => file.AsSpan().IndexOf(marked) >= 0);
    }

    [Theory]
    [Trait("Row", "45")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    public void What_was_replaced_or_removed_is_in_no_file_any_more(int later)
    {
        using (var first = disk.Open())
        {
            first.Put(VaultTable.Groups, One, new byte[20_000]);
            first.Put(VaultTable.Groups, Other, new byte[20_000]);
            first.Commit();
        }
        var before = Records();
        using var vault = disk.Open();
        Assert.All(before, sealedBytes => Assert.Contains(disk.Files, file => Has(file, sealedBytes)));
        vault.Put(VaultTable.Groups, One, new byte[10]);
        vault.Remove(VaultTable.Groups, Other);
        for (var commit = 0; commit < later; commit++)
        {
            vault.Put(VaultTable.Groups, One, new byte[10]);
            vault.Commit(Erasure.Later);
        }
        if (later < 64) // and after so many it is gone by itself
            vault.Commit();
        Assert.All(before, sealedBytes => Assert.DoesNotContain(disk.Files, file => Has(file, sealedBytes)));

        // A piece from the middle: a page of the file holds no whole record.
        static bool Has(byte[] file, byte[] sealedBytes) => file.AsSpan().IndexOf(sealedBytes.AsSpan(9_000, 64)) >= 0;

        List<byte[]> Records()
        {
            using var connection = Connect();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT record FROM row";
            using var rows = command.ExecuteReader();
            var all = new List<byte[]>();
            while (rows.Read())
                all.Add((byte[])rows[0]);
            return all;
        }
    }

    [Theory]
    [InlineData("UPDATE row SET record = (SELECT record FROM row ORDER BY name LIMIT 1)")]
    [InlineData("UPDATE row SET record = zeroblob(60) WHERE name = (SELECT name FROM row LIMIT 1)")]
    public void An_exchanged_or_overwritten_record_does_not_open(string sql)
    {
        Fill();
        Run(sql);
        using var vault = disk.Open();
        Assert.Throws<VaultDamagedException>(() =>
        {
            vault.Get(VaultTable.Rooms, One)?.Dispose();
            vault.Get(VaultTable.Rooms, Other)?.Dispose();
        });
    }

    [Theory]
    [InlineData("DELETE FROM row WHERE name = (SELECT name FROM row LIMIT 1)")]
    [InlineData("UPDATE row SET number = number + 1")]
    [InlineData("UPDATE row SET key = zeroblob(50)")]
    [InlineData("DELETE FROM vault WHERE id = 2")]
    [InlineData("UPDATE vault SET content = zeroblob(80) WHERE id = 2")]
    [InlineData("UPDATE vault SET content = zeroblob(length(content)) WHERE id = 1", VaultRefusal.NotAVault)]
    [InlineData("PRAGMA application_id = 7", VaultRefusal.NotAVault)]
    [InlineData("DROP TABLE row")]
    [InlineData("CREATE TABLE kept (record BLOB); CREATE TRIGGER keeps BEFORE UPDATE ON row BEGIN "
        + "INSERT INTO kept VALUES (old.record); END")]
    internal void A_row_left_out_or_renumbered_is_noticed_when_it_is_opened(
        string sql, VaultRefusal refusal = VaultRefusal.Damaged)
    {
        Fill();
        Run(sql);
        Assert.Equal(refusal, disk.Refusal());
    }

    [Fact]
    public void A_row_taken_back_to_what_it_was_is_noticed()
    {
        Fill();
        Run($"ATTACH '{disk.File}.aside' AS aside; CREATE TABLE aside.earlier AS SELECT * FROM row");
        using (var vault = disk.Open())
        {
            vault.Put(VaultTable.Rooms, One, "later"u8);
            vault.Commit();
        }
        Run($"ATTACH '{disk.File}.aside' AS aside; DELETE FROM row; INSERT INTO row SELECT * FROM aside.earlier");
        Assert.Equal(VaultRefusal.Damaged, disk.Refusal());
    }

    [Fact]
    public void Every_changed_byte_of_its_header_is_noticed()
    {
        disk.Open().Dispose();
        var header = Header();
        for (var at = 0; at < header.Length; at++)
        {
            var changed = (byte[])header.Clone();
            changed[at] ^= 1;
            SetHeader(changed);
            Assert.True(disk.Refusal() is VaultRefusal.NotAVault or VaultRefusal.OtherVersion or VaultRefusal.Damaged,
                $"byte {at}");
        }
        SetHeader(header);
        disk.Open().Dispose();
    }

    [Fact]
    public void A_cut_file_and_another_file_are_refused()
    {
        Fill();
        var whole = File.ReadAllBytes(disk.File);
        File.WriteAllBytes(disk.File, whole[..5_000]);
        Assert.True(disk.Refusal() is VaultRefusal.Damaged or VaultRefusal.NotAVault);
        File.WriteAllText(disk.File, "something else, long enough to be looked at by whoever opens databases");
        Assert.Equal(VaultRefusal.NotAVault, disk.Refusal());
        File.Delete(disk.File);
        Assert.Equal(VaultRefusal.Missing, disk.Refusal());
    }

    private void Fill()
    {
        using var vault = disk.Open();
        vault.Put(VaultTable.Rooms, One, "first"u8);
        vault.Put(VaultTable.Rooms, Other, "second"u8);
        vault.Commit();
    }

    private byte[] Header()
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT content FROM vault WHERE id = 1";
        return (byte[])command.ExecuteScalar()!;
    }

    private void SetHeader(byte[] header)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE vault SET content = $header WHERE id = 1";
        command.Parameters.AddWithValue("$header", header);
        command.ExecuteNonQuery();
    }

    private void Run(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={disk.File};Pooling=False");
        connection.Open();
        return connection;
    }
}
