namespace Coulisse.Terminal;

/// <summary>A new folder of mode 0700.</summary>
public static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes it; one that is there and empty will do, and is closed to others.</summary>
    /// <exception cref="Refusal">Something is there already, or it cannot be made.</exception>
    public static void Make(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
            throw new Refusal(ExitCode.NotWritten, $"{path} is there already; choose another name.");
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, OwnerOnly);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, OwnerOnly);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new Refusal(ExitCode.NotWritten, $"{path} could not be made; check where it is to stand.");
        }
    }
}
