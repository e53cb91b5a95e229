using Coulisse.Station.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Coulisse.Station.Tests.Storage;

/// <summary>Whatever lies in the place of a station's file and is none of this version is refused, and left as it
/// was.</summary>
public sealed class AFileOfAnotherKind : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-other-");

    private string FileName => Path.Combine(folder.FullName, "station.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("CREATE TABLE notes (words TEXT); INSERT INTO notes VALUES ('of somebody')")]
    [InlineData("PRAGMA journal_mode = WAL; CREATE TABLE notes (words TEXT)")]
    [InlineData("PRAGMA user_version = 7")]
    [InlineData("PRAGMA user_version = 2; CREATE TABLE facts (line BLOB)")]
    [InlineData("PRAGMA application_id = 1130779233")]
    public void Another_programs_is_refused_and_nothing_is_written_into_it(string make) =>
        Assert.Contains("another program's", RefusedUntouched(make), StringComparison.Ordinal);

    [Theory]
    [InlineData("PRAGMA user_version = 3")]
    [InlineData("PRAGMA user_version = 0")]
    [InlineData("PRAGMA user_version = -1")]
    public void Another_versions_is_refused_and_nothing_is_written_into_it(string change)
    {
        SqliteStationStore.Open(FileName).Dispose();
        Assert.Contains("start the version that wrote it last", RefusedUntouched(change), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_made_a_stations_and_a_file_of_the_version_before_is_brought_up()
    {
        File.WriteAllBytes(FileName, []);
        SqliteStationStore.Open(FileName).Dispose();
        Edit("ALTER TABLE desks DROP COLUMN heard; PRAGMA user_version = 1");
        SqliteStationStore.Open(FileName).Dispose();
        SqliteStationStore.Open(FileName).Dispose();
    }

    private string RefusedUntouched(string edit)
    {
        Edit(edit);
        var before = File.ReadAllBytes(FileName);
        var refused = Assert.Throws<InvalidDataException>(() => SqliteStationStore.Open(FileName));
        Assert.Equal(before, File.ReadAllBytes(FileName));
        Assert.Equal([FileName], Directory.GetFiles(folder.FullName));
        return refused.Message;
    }

    private void Edit(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FileName};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
