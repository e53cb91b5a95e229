using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Hosting;

namespace Coulisse.Signals.Tests.Storage;

public sealed class The_file_of_a_page : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string NewPath(string name = "a.page") => Path.Combine(_folder.Path, name);

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_new_file_is_readable_by_its_owner_alone()
    {
        using var database = Database.Open(NewPath(), besideARunningPage: false);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(NewPath()));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        File.WriteAllText(NewPath(), new string('x', 5_000));
        Assert.Throws<PageStoreException>(() => Database.Open(NewPath(), besideARunningPage: false));
        Assert.Equal(new string('x', 5_000), File.ReadAllText(NewPath()));
    }

    [Fact]
    public void Another_program_s_database_is_refused_and_left_alone()
    {
        using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={NewPath()};Pooling=False"))
        {
            other.Open();
            other.Run("CREATE TABLE theirs (x)");
        }
        Assert.Contains("another program", Assert.Throws<PageStoreException>(
            () => Database.Open(NewPath(), besideARunningPage: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused_in_words()
    {
        using (var database = Database.Open(NewPath(), besideARunningPage: false))
        using (var connection = database.Connect())
            connection.Run("PRAGMA user_version = 999");
        Assert.Contains("newer version", Assert.Throws<PageStoreException>(
            () => Database.Open(NewPath(), besideARunningPage: false)).Message, StringComparison.Ordinal);
    }

    /// <summary>What stands in file and log at this instant, without any closing, is what a crash would
    /// leave.</summary>
    [Fact]
    public async Task What_was_confirmed_is_in_the_file_when_the_process_dies()
    {
        using var database = Database.Open(NewPath(), besideARunningPage: false);
        await database.WriteAsync(c => c.Run("INSERT INTO setting VALUES ('zone', 'Asia/Tokyo')"),
            TestContext.Current.CancellationToken);
        foreach (var part in new[] { "", "-wal" })
            File.Copy(NewPath() + part, NewPath("copy.page") + part);
        using var survivor = Database.Open(NewPath("copy.page"), besideARunningPage: false);
        Assert.Equal(1, survivor.Read(c => c.Number("SELECT count(*) FROM setting WHERE name = 'zone'")));
    }

    [Fact]
    public async Task A_write_that_fails_half_way_leaves_nothing()
    {
        using var database = Database.Open(NewPath(), besideARunningPage: false);
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync<int>(c =>
        {
            c.Run("INSERT INTO setting VALUES ('zone', 'Asia/Tokyo')");
            throw new InvalidOperationException();
        }, TestContext.Current.CancellationToken));
        Assert.Equal(0, database.Read(c => c.Number("SELECT count(*) FROM setting")));
    }

    public void Dispose() => _folder.Dispose();
}
