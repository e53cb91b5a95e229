using Coulisse.Signals.Storage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Exchange;

/// <summary>The whole site as one file, taken while the page runs; and back.</summary>
/// <remarks>
/// SQLite's own VACUUM INTO: one consistent moment, no free pages, so nothing that was erased travels along. Behind it
/// stands the sum of all its bytes (<c>protocol/backup.md</c>): SQLite alone would not notice a letter that was
/// changed.
/// </remarks>
public static class Backup
{
    /// <summary>Writes a backup that nobody else may read. The name appears only once the copy is complete and on the
    /// disk.</summary>
    /// <returns>The backup's size in bytes.</returns>
    /// <exception cref="PageStoreException">The target exists, or the copy does not check out.</exception>
    public static long Take(Database database, string target)
    {
        var full = Path.GetFullPath(target);
        if (File.Exists(full))
            throw new PageStoreException($"'{full}' exists already. Name a new file: a backup never replaces one.");
        using var unfinished = UnfinishedFile.Beside(full);
        using (var connection = database.Connect())
            connection.Run("VACUUM INTO $target", ("target", unfinished.Path));
        if (PageFileCheck.Of(unfinished.Path) is not PageFileVerdict.Whole)
            throw new PageStoreException(
                $"The page's file '{database.Path}' is damaged; no backup was written. Restore the last one.");
        BackupSum.Append(unfinished.Path);
        unfinished.Become(full);
        return new FileInfo(full).Length;
    }

    /// <summary>Puts a backup where a page's file is to be. A page's file that stands there is set aside, never
    /// overwritten; with a backup that is refused, it stays as it is.</summary>
    /// <returns>Where the earlier file was set aside, or null if there was none.</returns>
    /// <exception cref="PageStoreException">The backup is damaged or newer than this program, or a page runs on the
    /// target.</exception>
    public static string? Restore(string backup, string target, string stamp)
    {
        if (!File.Exists(backup))
            throw new PageStoreException($"There is no backup at '{Path.GetFullPath(backup)}'.");
        var full = Path.GetFullPath(target);
        using var alone = PageLock.Take(full, "stop it, then restore.");
        using var unfinished = UnfinishedFile.Beside(full);
        if (!IsCopied(backup, unfinished.Path))
            throw Damaged(backup);
        switch (PageFileCheck.Of(unfinished.Path))
        {
            case PageFileVerdict.Damaged:
                throw Damaged(backup);
            case PageFileVerdict.Newer:
                throw new PageStoreException(
                    $"'{backup}' was written by a newer version of Coulisse. Restore it with that one.");
            default:
                var aside = SetAside(full, stamp);
                unfinished.Become(full);
                return aside;
        }
    }

    private static PageStoreException Damaged(string backup) =>
        new($"'{backup}' is not a page's backup, or it is damaged. Take another one.");

    /// <summary>False when the bytes are not those that were summed.</summary>
    private static bool IsCopied(string backup, string unfinished)
    {
        using var from = File.OpenRead(backup);
        using var to = new FileStream(unfinished, FileMode.Open, FileAccess.Write);
        return BackupSum.CopyWithout(from, to);
    }

    /// <summary>A log that is left of a file taken away would be played into the one that comes.</summary>
    private static string? SetAside(string full, string stamp)
    {
        var wasThere = File.Exists(full);
        if (wasThere)
            RefuseIfInUse(full);
        var aside = $"{full}.before-restore-{stamp}";
        foreach (var part in new[] { "-wal", "-shm", "-journal", "" })
        {
            if (File.Exists(full + part))
                File.Move(full + part, aside + part, overwrite: false);
        }
        return wasThere ? aside : null;
    }

    /// <summary>No page runs, but a verb may be at work; taking the whole file for a moment tells.</summary>
    private static void RefuseIfInUse(string full)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = full,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
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
}
