using Coulisse.Signals.Storage;

namespace Coulisse.Signals.Exchange;

/// <summary>A file that is not yet what it is to be; gone when it is disposed before it was.</summary>
internal sealed class UnfinishedFile : IDisposable
{
    // What SQLite keeps beside a file: of an earlier one, it would be played into this one.
    private static readonly string[] Parts = ["", "-wal", "-shm", "-journal"];

    private UnfinishedFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>Empty, for its owner alone. What an earlier program left unfinished there goes.</summary>
    public static UnfinishedFile Beside(string full)
    {
        var unfinished = new UnfinishedFile(full + ".unfinished");
        unfinished.Dispose();
        using (PrivateFile.Create(unfinished.Path)) { }
        return unfinished;
    }

    /// <summary>Takes its name once it is on the disk.</summary>
    /// <exception cref="IOException">A file has that name.</exception>
    public void Become(string full)
    {
        PrivateFile.Flush(Path);
        File.Move(Path, full, overwrite: false);
    }

    public void Dispose()
    {
        foreach (var part in Parts)
            File.Delete(Path + part);
    }
}
