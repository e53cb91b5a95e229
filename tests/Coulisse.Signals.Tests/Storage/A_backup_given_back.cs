using Coulisse.Signals.Exchange;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Tests.Storage;

/// <summary>A backup is whole or refused in a sentence; what stood in the page's place is never the worse for
/// it.</summary>
[Trait("Row", "18")]
public sealed class A_backup_given_back : IDisposable
{
    private readonly BackedPage _page = new();

    [Theory]
    [InlineData("a.page")]
    [InlineData("a; b#c?d=%41'é.page")]
    public async Task Holds_what_the_page_held(string name)
    {
        await _page.TakeAsync();

        Assert.Null(Backup.Restore(_page.Backed, _page.Beside(name), "1"));

        Assert.Equal("Asia/Tokyo", BackedPage.ZoneIn(_page.Beside(name)));
        Assert.False(File.Exists(_page.Beside(name) + ".unfinished"));
    }

    [Fact]
    public async Task Is_refused_with_any_letter_changed()
    {
        await _page.TakeAsync();
        var bytes = File.ReadAllBytes(_page.Backed);
        bytes[bytes.AsSpan().IndexOf("Tokyo"u8)] ^= 1;
        File.WriteAllBytes(_page.Backed, bytes);

        _page.AssertRefused("is not a page's backup, or it is damaged");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(83)]
    [InlineData(20_000)]
    public async Task Is_refused_when_it_was_cut_off(int left)
    {
        await _page.TakeAsync();
        using (var file = File.OpenWrite(_page.Backed))
            file.SetLength(left);

        _page.AssertRefused("is not a page's backup, or it is damaged");
    }

    [Fact]
    public async Task Is_refused_with_a_byte_more()
    {
        await _page.TakeAsync();
        File.AppendAllText(_page.Backed, "\n");

        _page.AssertRefused("is not a page's backup, or it is damaged");
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
        await _page.TakeAsync();
        _page.ChangeInside(change);

        _page.AssertRefused("is not a page's backup, or it is damaged");
    }

    /// <summary>SQLite finds nothing wrong with these, and cannot write to them.</summary>
    [Theory]
    [InlineData(18, 3)]
    [InlineData(18, 255)]
    [InlineData(19, 2)]
    [InlineData(31, 0)]
    public async Task Is_refused_with_another_head_though_its_sum_is_right(int at, byte value)
    {
        await _page.TakeAsync();
        _page.ChangeBytes(file =>
        {
            file.Position = at;
            file.WriteByte(value);
        });

        _page.AssertRefused("is not a page's backup, or it is damaged");
    }

    [Theory]
    [InlineData(-32)]
    [InlineData(32)]
    [InlineData(4096)]
    public async Task Is_refused_with_pages_in_part_or_to_spare_though_its_sum_is_right(int more)
    {
        await _page.TakeAsync();
        _page.ChangeBytes(file => file.SetLength(file.Length + more));

        _page.AssertRefused("is not a page's backup, or it is damaged");
    }

    [Fact]
    public async Task Of_a_newer_version_is_refused_and_says_so()
    {
        await _page.TakeAsync();
        _page.ChangeInside("PRAGMA user_version = 999");

        _page.AssertRefused("newer version of Coulisse");
    }

    [Fact]
    public async Task Of_an_earlier_version_is_taken()
    {
        await _page.TakeAsync();
        File.Delete(_page.Backed);
        using (var early = new SqliteConnection($"Data Source={_page.Backed};Pooling=False"))
        {
            early.Open();
            early.Run(BackedPage.Script("001-page.sql"));
            early.Run($"PRAGMA application_id = {0x436F756C}; PRAGMA user_version = 1");
        }
        _page.AppendSum();

        Assert.Null(Backup.Restore(_page.Backed, _page.Target, "1"));

        using var page = Database.Open(_page.Target, besideARunningPage: false);
        Assert.Equal(0, page.Read(c => c.Number("SELECT count(*) FROM account")));
    }

    [Fact]
    public async Task Sets_aside_what_stood_there_to_the_last_confirmed_word()
    {
        await _page.TakeAsync();
        await _page.LeaveKilledPageAsync(_page.Target);

        var aside = Backup.Restore(_page.Backed, _page.Target, "1");

        Assert.Equal("Europe/Oslo", BackedPage.ZoneIn(aside!));
        Assert.Equal("Asia/Tokyo", BackedPage.ZoneIn(_page.Target));
    }

    /// <summary>SQLite would play it into the file that comes: the log of a page whose file was taken away.</summary>
    [Fact]
    public async Task Has_nothing_of_a_log_that_was_left_of_another()
    {
        await _page.TakeAsync();
        await _page.LeaveKilledPageAsync(_page.Target);
        File.Delete(_page.Target);

        Assert.Null(Backup.Restore(_page.Backed, _page.Target, "1"));

        Assert.Equal("Asia/Tokyo", BackedPage.ZoneIn(_page.Target));
    }

    [Fact]
    public async Task Leaves_nothing_unfinished_where_a_page_runs()
    {
        await _page.TakeAsync();
        using var page = Database.Open(_page.Target, besideARunningPage: false);

        Assert.Contains("already running",
            Assert.Throws<PageStoreException>(() => Backup.Restore(_page.Backed, _page.Target, "1")).Message,
            StringComparison.Ordinal);

        Assert.False(File.Exists(_page.Target + ".unfinished"));
    }

    public void Dispose() => _page.Dispose();
}
