using Coulisse.Signals.Storage;
using Coulisse.Signals.Threads;

namespace Coulisse.Signals.Tests.Threads;

/// <summary>A page's file as another program finds it after the first was killed.</summary>
public sealed class PageFileCopy : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coulisse-killed-").FullName;
    private readonly Database _database;

    public PageFileCopy(string path)
    {
        var copy = Path.Combine(_folder, "page.db");
        File.Copy(path, copy);
        if (File.Exists(path + "-wal"))
            File.Copy(path + "-wal", copy + "-wal");
        _database = Database.Open(copy, besideARunningPage: false);
        Threads = new(_database, new());
    }

    public ThreadReader Threads { get; }

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
