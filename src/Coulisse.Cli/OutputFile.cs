using Coulisse.Wire.Storage;

namespace Coulisse.Cli;

/// <summary>Writes a new file, durable when the call returns; never over another.</summary>
internal static class OutputFile
{
    internal static void Write(string path, byte[] content) => Create(path, name => DurableFile.Create(name, content));

    internal static void WritePrivate(string path, byte[] content) =>
        Create(path, name => DurableFile.CreatePrivate(name, content));

    internal static void RefuseExisting(string path)
    {
        if (Path.Exists(path))
            throw new Refusal(ExitCode.NotWritten,
                $"{path} exists already and is not replaced; choose another name or move it away.");
    }

    internal static void Create(string path, Action<string> write)
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
