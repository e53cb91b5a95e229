using Coulisse.Signals.Storage;
using Coulisse.Signals.Storage.Schema;
using Coulisse.Signals.Tests.Hosting;

namespace Coulisse.Signals.Tests.Storage;

public sealed class One_page_per_file : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "a.page");

    [Fact]
    public void A_second_page_on_the_same_file_is_refused_and_told_what_to_do()
    {
        using var first = Database.Open(File, besideARunningPage: false);
        var refusal = Assert.Throws<PageStoreException>(() => Database.Open(File, besideARunningPage: false));
        Assert.Contains("already running", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("stop that one first, or name another file with --file", refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void By_another_name_it_is_the_same_file()
    {
        using var first = Database.Open(File, besideARunningPage: false);
        var link = Path.Combine(_folder.Path, "link.page");
        System.IO.File.CreateSymbolicLink(link, File);
        Assert.Throws<PageStoreException>(() => Database.Open(link, besideARunningPage: false));
    }

    [Fact]
    public void A_page_that_has_ended_leaves_the_file_to_the_next()
    {
        Database.Open(File, besideARunningPage: false).Dispose();
        using var next = Database.Open(File, besideARunningPage: false);
        Assert.Equal(0, next.Read(c => c.Number("SELECT count(*) FROM item")));
    }

    [Fact]
    public void A_page_that_could_not_begin_leaves_the_file_to_the_next()
    {
        System.IO.File.WriteAllText(File, new string('x', 5_000));
        Assert.Throws<PageStoreException>(() => Database.Open(File, besideARunningPage: false));
        System.IO.File.Delete(File);
        Database.Open(File, besideARunningPage: false).Dispose();
    }

    [Fact]
    public void The_lock_is_its_owner_s_alone()
    {
        using var page = Database.Open(File, besideARunningPage: false);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File + ".lock"));
    }

    [Fact]
    public void A_newer_verb_changes_no_tables_under_a_page_that_runs()
    {
        using (var page = Database.Open(File, besideARunningPage: false))
        {
            using (var connection = page.Connect())
                connection.Run($"PRAGMA user_version = {Migrations.Latest - 1}");
            Assert.Contains("stop it first", Assert.Throws<PageStoreException>(
                () => Database.Open(File, besideARunningPage: true)).Message, StringComparison.Ordinal);
            using (var connection = page.Connect())
                connection.Run($"PRAGMA user_version = {Migrations.Latest}");
        }
        Database.Open(File, besideARunningPage: true).Dispose();
    }

    [Fact]
    public async Task A_verb_and_the_page_write_at_once_and_both_are_kept()
    {
        const int each = 100;
        using var page = Database.Open(File, besideARunningPage: false);
        using var verb = Database.Open(File, besideARunningPage: true);

        await Task.WhenAll(WriteAsync(page, "page", each), WriteAsync(verb, "verb", each));

        foreach (var writer in new[] { "page", "verb" })
            Assert.Equal(each,
                page.Read(c => c.Number("SELECT count(*) FROM setting WHERE value = $who", ("who", writer))));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task WriteAsync(Database database, string who, int times)
    {
        await Task.Yield();
        for (var i = 0; i < times; i++)
            await database.WriteAsync(c => c.Run($"INSERT INTO setting VALUES ('{who}-{i}', '{who}')"),
                TestContext.Current.CancellationToken);
    }
}
