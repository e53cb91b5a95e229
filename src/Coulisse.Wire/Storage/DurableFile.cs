using System.Runtime.InteropServices;

namespace Coulisse.Wire.Storage;

/// <summary>Files that are on the disk, name and all, before a call returns, and that replace another only where that
/// is asked for.</summary>
public static partial class DurableFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Readable = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Writes a new file that everybody may read.</summary>
    /// <exception cref="IOException">The file exists already, or the disk failed.</exception>
    public static void Create(string path, ReadOnlySpan<byte> content) => Write(path, content, Readable);

    /// <summary>Writes a new file of mode 0600.</summary>
    /// <exception cref="IOException">The file exists already, or the disk failed.</exception>
    public static void CreatePrivate(string path, ReadOnlySpan<byte> content) => Write(path, content, OwnerOnly);

    /// <summary>Gives a file another file's name, and that one is no more: at every instant there is one of the two.
    /// </summary>
    /// <exception cref="IOException">There is no such file, or the disk failed.</exception>
    public static void Replace(string path, string replaced)
    {
        File.Move(path, replaced, overwrite: true);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(replaced))!);
    }

    private static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        var options =
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        using (var file = new FileStream(path, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    // A new name is durable only when its folder is; .NET opens no folders, so this asks the C library.
    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = open(folder, 0);
        if (descriptor < 0)
            throw new IOException($"The folder {folder} could not be opened to make a new file durable.");
        var result = fsync(descriptor);
        _ = close(descriptor);
        if (result != 0)
            throw new IOException($"The folder {folder} could not be written to the disk.");
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc")]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
}
