using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Exchange;

/// <summary>The whole site as one file, taken while the page runs; and back.</summary>
/// <remarks>SQLite's own VACUUM INTO: one consistent moment, no free pages, so nothing that was erased travels along.</remarks>
public static class Backup
{
    /// <summary>Writes a backup that nobody else may read. The name appears only once the copy is complete and on the disk.</summary>
    /// <returns>The backup's size in bytes.</returns>
    /// <exception cref="PageStoreException">The target exists, or the copy does not check out.</exception>
    public static long Take(Database database, string target)
    {
        var full = Path.GetFullPath(target);
        if (File.Exists(full))
            throw new PageStoreException($"'{full}' exists already. Name a new file: a backup never replaces one.");
        var unfinished = full + ".unfinished";
        File.Delete(unfinished);
        using (PrivateFile.Create(unfinished)) { }
        using (var connection = database.Connect())
            connection.Run("VACUUM INTO $target", ("target", unfinished));
        Check(unfinished);
        PrivateFile.Flush(unfinished);
        File.Move(unfinished, full, overwrite: false);
        return new FileInfo(full).Length;
    }

    /// <summary>Puts a backup where a page's file is to be. A page's file that stands there is set aside, never overwritten.</summary>
    /// <returns>Where the earlier file was set aside, or null if there was none.</returns>
    /// <exception cref="PageStoreException">The backup is damaged, or a page runs on the target.</exception>
    public static string? Restore(string backup, string target, string stamp)
    {
        if (!File.Exists(backup))
            throw new PageStoreException($"There is no backup at '{Path.GetFullPath(backup)}'.");
        Check(backup);
        var full = Path.GetFullPath(target);
        var unfinished = full + ".unfinished";
        File.Delete(unfinished);
        using (var from = File.OpenRead(backup))
        using (var to = PrivateFile.Create(unfinished))
            from.CopyTo(to);
        Check(unfinished);
        PrivateFile.Flush(unfinished);
        using var alone = PageLock.Take(full, "stop it, then restore.");
        var aside = SetAside(full, stamp);
        File.Move(unfinished, full, overwrite: false);
        return aside;
    }

    private static string? SetAside(string full, string stamp)
    {
        if (!File.Exists(full))
            return null;
        RefuseIfInUse(full);
        var aside = $"{full}.before-restore-{stamp}";
        foreach (var part in new[] { "-wal", "-shm", "" })
        {
            if (File.Exists(full + part))
                File.Move(full + part, aside + part, overwrite: false);
        }
        return aside;
    }

    /// <summary>No page runs, but a verb may be at work; taking the whole file for a moment tells.</summary>
    private static void RefuseIfInUse(string full)
    {
        using var connection = new SqliteConnection($"Data Source={full};Pooling=False;Default Timeout=1");
        try
        {
            connection.Open();
            connection.Run("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SqliteCode.Busy)
        {
            throw new PageStoreException($"Another program is using '{full}'. Let it end, then restore.");
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteCode.Corrupt or SqliteCode.NotADatabase)
        {
            // What is to be replaced is damaged: that is what a restore is for.
        }
    }

    private static void Check(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        try
        {
            connection.Open();
            var verdict = connection.First("PRAGMA integrity_check", row => row.GetString(0));
            if (verdict != "ok" || connection.Number("PRAGMA application_id") != Storage.Schema.Migrations.ApplicationId)
                throw new PageStoreException($"'{path}' is not a page's backup, or it is damaged. Take another one.");
        }
        catch (SqliteException)
        {
            throw new PageStoreException($"'{path}' is not a page's backup, or it is damaged. Take another one.");
        }
    }
}
