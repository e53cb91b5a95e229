using Coulisse.Wire.Storage;

namespace Coulisse.Terminal;

/// <summary>Writes a new file, durable when the call returns; never over another.</summary>
public static class OutputFile
{
    /// <summary>A file that everybody may read.</summary>
    /// <exception cref="Refusal">It exists, or cannot be written.</exception>
    public static void Write(string path, byte[] content) => Create(path, name => DurableFile.Create(name, content));

    /// <summary>A file of mode 0600.</summary>
    /// <exception cref="Refusal">It exists, or cannot be written.</exception>
    public static void WritePrivate(string path, byte[] content) =>
        Create(path, name => DurableFile.CreatePrivate(name, content));

    /// <summary>Refuses a name that is taken.</summary>
    public static void RefuseExisting(string path)
    {
        if (Path.Exists(path))
            throw new Refusal(ExitCode.NotWritten,
                $"{path} exists already and is not replaced; choose another name or move it away.");
    }

    /// <summary>A file that <paramref name="write"/> makes.</summary>
    /// <exception cref="Refusal">It exists, or cannot be written.</exception>
    public static void Create(string path, Action<string> write)
    {
        RefuseExisting(path);
        try
        {
            write(path);
        }
        catch (Exception failure) when (
            failure is UnauthorizedAccessException or DirectoryNotFoundException or IOException)
        {
            throw new Refusal(ExitCode.NotWritten,
                $"{path} could not be written; check that its folder exists, may be written to and has room.");
        }
    }
}
