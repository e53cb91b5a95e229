using Coulisse.Signals.Exchange;
using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Fuzz.Targets;

/// <summary>A page with a little of everything, its backups, and a place where one is given back to.</summary>
internal sealed class BackupWorld : IDisposable
{
    private const string Standing = "What stood there before.";

    // A page of few bytes has many pages: more of it is pointers.
    private static readonly int[] PageBytes = [4096, 512];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-fuzz-backup-");

    public BackupWorld() => Backups = [.. PageBytes.Select(BackupOf)];

    /// <summary>As <c>coulisse page backup</c> writes them.</summary>
    public IReadOnlyList<byte[]> Backups { get; }

    private string Place => Path.Combine(folder.FullName, "place");

    private string Given => Path.Combine(Place, "given");

    private string Target => Path.Combine(Place, "a.page");

    /// <summary>Gives a backup back where another page stands.</summary>
    /// <param name="backup">Its bytes.</param>
    /// <param name="isSummed">True: the sum that belongs to these bytes is put behind them first.</param>
    public Answer Restore(byte[] backup, bool isSummed)
    {
        Directory.CreateDirectory(Place);
        try
        {
            File.WriteAllBytes(Given, backup);
            if (isSummed)
                BackupSum.Append(Given);
            File.WriteAllText(Target, Standing);
            return IsTaken() ? Taken() : Refused();
        }
        finally
        {
            Directory.Delete(Place, recursive: true);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private bool IsTaken()
    {
        try
        {
            Backup.Restore(Given, Target, "1");
            return true;
        }
        catch (PageStoreException)
        {
            return false;
        }
    }

    private Answer Refused() =>
        File.ReadAllText(Target) != Standing
            ? new Answer.Broken("It was refused, and what stood there is not as it was.")
        : Names() is not ["a.page", "a.page.lock", "given"] and var left
            ? new Answer.Broken("It was refused, and this is left: " + string.Join(' ', left))
        : Answer.No;

    /// <summary>What was taken is a page: it opens, and every row can be read.</summary>
    private Answer Taken()
    {
        using (var page = Database.Open(Target, besideARunningPage: false))
            page.Read(ReadAll);
        return File.ReadAllText(Target + ".before-restore-1") == Standing ? Answer.Yes
            : new Answer.Broken("What stood there was not set aside.");
    }

    private static int ReadAll(SqliteConnection file) => file
        .All("SELECT name FROM sqlite_schema WHERE type = 'table'", row => row.GetString(0))
        .Sum(table => file.All($"SELECT * FROM {table}", row => row.FieldCount).Count);

    private string[] Names() =>
        [.. Directory.GetFiles(Place).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private byte[] BackupOf(int pageBytes)
    {
        var (path, backup) = (Path.Combine(folder.FullName, "first.page"), Path.Combine(folder.FullName, "first"));
        using (Database.Open(path, besideARunningPage: false)) { }
        using (var file = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            file.Open();
            file.Run(Content);
            file.Run($"PRAGMA journal_mode = DELETE; PRAGMA page_size = {pageBytes}; VACUUM");
        }
        using (var page = Database.Open(path, besideARunningPage: false))
            Backup.Take(page, backup);
        var bytes = File.ReadAllBytes(backup);
        File.Delete(path);
        File.Delete(backup);
        return bytes;
    }

    private const string Content = """
        INSERT INTO setting VALUES ('zone', 'Asia/Tokyo');
        INSERT INTO item (id, public_id, kind, state, created_at) VALUES (1, '00', 2, 3, 1), (2, '01', 1, 1, 2);
        INSERT INTO edition VALUES (1, 'en', 1, 1), (2, 'fr', 1, NULL);
        INSERT INTO edition_version (item, language, number, title, body, written_at)
            WITH n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 12)
            SELECT 1, 'en', value, 'A quiet line', printf('%.*c', 700, 'x'), 3 FROM n;
        INSERT INTO account (id, display_name, skeleton, role, standing, created_at) VALUES ('a', 'Otto', 'o', 1, 1, 4);
        INSERT INTO recovery_code VALUES ('a', x'0102');
        INSERT INTO comment (id, item, number, place, state, author, language, blocks)
            WITH n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 40)
            SELECT value, 1, value, CAST(printf('%04d', value) AS BLOB), 2, 'a', 'en', '[]' FROM n;
        INSERT INTO vote VALUES (1, 'a', 1, 5);
        INSERT INTO signed_file VALUES (2, 1, 1, zeroblob(6000), x'00', 6);
        """;
}
