using System.Diagnostics;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>A disk of a few hundred kibibytes in the place of a folder: its files are on it until it is disposed, and
/// come back then. What is written beyond its end fails as on any full disk, by the system's own word.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    private string Filler => Path.Combine(folder, "filler");

    /// <summary>Takes a folder's place, whose program is not running. Skips the test where this account may not
    /// mount.</summary>
    public static SmallDisk Under(string folder, int kibibytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root",
            "Only an account that may mount can have a small disk.");
        var aside = folder + ".aside";
        Directory.Move(folder, aside);
        Directory.CreateDirectory(folder);
        if (!Ran("mount", "-t", "tmpfs", "-o", $"size={kibibytes}k,mode=700", "none", folder))
        {
            Directory.Delete(folder);
            Directory.Move(aside, folder);
            Assert.Skip("This machine lets nobody mount a small disk.");
        }
        Copy(aside, folder);
        Directory.Delete(aside, recursive: true);
        return new(folder);
    }

    /// <summary>Takes every byte that is left.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var block in (byte[][])[new byte[4096], new byte[1]])
        {
            try
            {
                while (true)
                    filler.Write(block);
            }
            catch (IOException)
            {
                // full
            }
        }
    }

    /// <summary>Makes room again.</summary>
    public void Free() => File.Delete(Filler);

    public void Dispose()
    {
        var back = folder + ".back";
        Directory.CreateDirectory(back, File.GetUnixFileMode(folder));
        File.Delete(Filler);
        Copy(folder, back);
        Assert.True(Ran("umount", folder), $"{folder} is still in use");
        Directory.Delete(folder);
        Directory.Move(back, folder);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from)
            .Where(file => !file.EndsWith(".socket", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var inner in Directory.GetDirectories(from))
        {
            var copy = Path.Combine(to, Path.GetFileName(inner));
            Directory.CreateDirectory(copy, File.GetUnixFileMode(inner));
            Copy(inner, copy);
        }
    }

    private static bool Ran(string program, params string[] arguments)
    {
        using var ran = Process.Start(program, arguments);
        ran.WaitForExit();
        return ran.ExitCode == 0;
    }
}
