namespace Coulisse.Terminal;

/// <summary>Reads a file that the user named, or says in one sentence why not.</summary>
public static class InputFile
{
    /// <summary>The whole file.</summary>
    /// <exception cref="Refusal">It is longer than allowed, is not there, or cannot be read.</exception>
    public static byte[] Read(string path, int bytesMax)
    {
        if (Directory.Exists(path))
            throw new Refusal(ExitCode.NotReadable, $"{path} is a folder; name a file.");
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            // One byte more than allowed is enough to know, whatever length a pipe or device claims.
            var bytes = new byte[bytesMax + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= bytesMax
                ? bytes[..length]
                : throw new Refusal(ExitCode.NotReadable,
                    $"{path} is larger than {bytesMax} bytes, which no such file is; check the name.");
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Refusal(ExitCode.NotReadable, $"{path} does not exist; check the name.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new Refusal(ExitCode.NotReadable,
                $"{path} may not be read by this account; ask its owner, or change its mode.");
        }
        catch (IOException)
        {
            throw new Refusal(ExitCode.NotReadable, $"{path} could not be read from the disk; try a copy of it.");
        }
    }
}
