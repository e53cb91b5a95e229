using System.Security.Cryptography;
using System.Text;
using Coulisse.Signals.Exchange;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Tests.Storage;

/// <summary>A backup is whole or refused in a sentence; what stood in the page's place is never the worse for
/// it.</summary>
[Trait("Row", "18")]
public sealed class A_backup_given_back : IDisposable
{
    private const int SumBytes = 18 + 64 + 1;

    private readonly TemporaryFolder _folder = new();

    private string Backed => Beside("monday.page");

    private string Target => Beside("a.page");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a.page")]
    [InlineData("a; b#c?d=%41'é.page")]
    public async Task Holds_what_the_page_held(string name)
    {
        await TakeAsync();

        Assert.Null(Backup.Restore(Backed, Beside(name), "1"));

        Assert.Equal("Asia/Tokyo", ZoneIn(Beside(name)));
        Assert.False(File.Exists(Beside(name) + ".unfinished"));
    }

    [Fact]
    public async Task Is_refused_with_any_letter_changed()
    {
        await TakeAsync();
        var bytes = File.ReadAllBytes(Backed);
        bytes[bytes.AsSpan().IndexOf("Tokyo"u8)] ^= 1;
        File.WriteAllBytes(Backed, bytes);

        AssertRefused("is not a page's backup, or it is damaged");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(SumBytes)]
    [InlineData(20_000)]
    public async Task Is_refused_when_it_was_cut_off(int left)
    {
        await TakeAsync();
        using (var file = File.OpenWrite(Backed))
            file.SetLength(left);

        AssertRefused("is not a page's backup, or it is damaged");
    }

    [Fact]
    public async Task Is_refused_with_a_byte_more()
    {
        await TakeAsync();
        File.AppendAllText(Backed, "\n");

        AssertRefused("is not a page's backup, or it is damaged");
    }

    [Theory]
    [InlineData("CREATE TRIGGER theirs AFTER INSERT ON vote BEGIN DELETE FROM vote; END")]
    [InlineData("CREATE TABLE theirs (x CHECK (length(zeroblob(1000000000)) > 0))")]
    [InlineData("DROP TRIGGER decision_stays")]
    [InlineData("DROP INDEX comment_by_place")]
    [InlineData("ALTER TABLE vote DROP COLUMN cast_at")]
    [InlineData("PRAGMA user_version = 1")]
    [InlineData("PRAGMA user_version = -1")]
    [InlineData("PRAGMA application_id = 7")]
    [InlineData("PRAGMA foreign_keys = OFF; INSERT INTO recovery_code VALUES ('nobody', x'00')")]
    [InlineData("PRAGMA ignore_check_constraints = ON; INSERT INTO item (public_id, kind, state, created_at)"
        + " VALUES ('a', 9, 1, 0)")]
    public async Task Is_refused_with_other_tables_than_a_page_has_though_its_sum_is_right(string change)
    {
        await TakeAsync();
        ChangeInside(change);

        AssertRefused("is not a page's backup, or it is damaged");
    }

    [Fact]
    public async Task Of_a_newer_version_is_refused_and_says_so()
    {
        await TakeAsync();
        ChangeInside("PRAGMA user_version = 999");

        AssertRefused("newer version of Coulisse");
    }

    [Fact]
    public async Task Of_an_earlier_version_is_taken()
    {
        await TakeAsync();
        File.Delete(Backed);
        using (var early = new SqliteConnection($"Data Source={Backed};Pooling=False"))
        {
            early.Open();
            early.Run(Script("001-page.sql"));
            early.Run($"PRAGMA application_id = {0x436F756C}; PRAGMA user_version = 1");
        }
        AppendSum();

        Assert.Null(Backup.Restore(Backed, Target, "1"));

        using var page = Database.Open(Target, besideARunningPage: false);
        Assert.Equal(0, page.Read(c => c.Number("SELECT count(*) FROM account")));
    }

    [Fact]
    public async Task Sets_aside_what_stood_there_to_the_last_confirmed_word()
    {
        await TakeAsync();
        await LeaveKilledPageAsync(Target);

        var aside = Backup.Restore(Backed, Target, "1");

        Assert.Equal("Europe/Oslo", ZoneIn(aside!));
        Assert.Equal("Asia/Tokyo", ZoneIn(Target));
    }

    /// <summary>SQLite would play it into the file that comes: the log of a page whose file was taken away.</summary>
    [Fact]
    public async Task Has_nothing_of_a_log_that_was_left_of_another()
    {
        await TakeAsync();
        await LeaveKilledPageAsync(Target);
        File.Delete(Target);

        Assert.Null(Backup.Restore(Backed, Target, "1"));

        Assert.Equal("Asia/Tokyo", ZoneIn(Target));
    }

    [Fact]
    public async Task Leaves_nothing_unfinished_where_a_page_runs()
    {
        await TakeAsync();
        using var page = Database.Open(Target, besideARunningPage: false);

        Assert.Contains("already running",
            Assert.Throws<PageStoreException>(() => Backup.Restore(Backed, Target, "1")).Message,
            StringComparison.Ordinal);

        Assert.False(File.Exists(Target + ".unfinished"));
    }

    public void Dispose() => _folder.Dispose();

    private string Beside(string name) => Path.Combine(_folder.Path, name);

    private async Task TakeAsync()
    {
        using var page = Database.Open(Beside("first.page"), besideARunningPage: false);
        await page.WriteAsync(c => c.Run("INSERT INTO setting VALUES ('zone', 'Asia/Tokyo')"), Cancel);
        Backup.Take(page, Backed);
    }

    /// <summary>File and log as they stand while a page runs: what a kill leaves.</summary>
    private async Task LeaveKilledPageAsync(string path)
    {
        using var other = Database.Open(Beside("other.page"), besideARunningPage: false);
        await other.WriteAsync(c => c.Run("INSERT INTO setting VALUES ('zone', 'Europe/Oslo')"), Cancel);
        foreach (var part in new[] { "", "-wal" })
            File.Copy(Beside("other.page") + part, path + part);
    }

    private static string? ZoneIn(string path)
    {
        using var page = Database.Open(path, besideARunningPage: false);
        return page.Read(c => c.First("SELECT value FROM setting", row => row.GetString(0)));
    }

    private void ChangeInside(string sql)
    {
        using (var file = File.OpenWrite(Backed))
            file.SetLength(file.Length - SumBytes);
        using (var inside = new SqliteConnection($"Data Source={Backed};Pooling=False"))
        {
            inside.Open();
            inside.Run(sql);
        }
        AppendSum();
    }

    private void AppendSum()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Backed)));
        File.AppendAllText(Backed, $"COULISSE BACKUP 1 {hash}\n", Encoding.ASCII);
    }

    private static string Script(string name)
    {
        var assembly = typeof(Database).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames()
            .Single(resource => resource.EndsWith(name, StringComparison.Ordinal)))!);
        return reader.ReadToEnd();
    }

    private void AssertRefused(string words)
    {
        File.WriteAllText(Target, "what stood there");

        Assert.Contains(words, Assert.Throws<PageStoreException>(() => Backup.Restore(Backed, Target, "1")).Message,
            StringComparison.Ordinal);

        Assert.Equal("what stood there", File.ReadAllText(Target));
        Assert.Equal(["a.page", "a.page.lock"], Directory.GetFiles(_folder.Path, "a.page*").Select(Path.GetFileName)
            .Order(StringComparer.Ordinal));
    }
}
