using System.Collections.Concurrent;

namespace Coulisse.Stage;

/// <summary>
/// Parties that were made once and are lent out, each time as they were made. Making them takes twenty seconds of a
/// processor, nearly all of it for passphrases; a story that is about something else begins with a copy.
/// </summary>
public static class PreparedParties
{
    private static readonly string Home =
        Path.Combine(Path.GetTempPath(), $"coulisse-prepared-{Environment.ProcessId}");

    private static readonly ConcurrentDictionary<bool, ConcurrentBag<string>> Idle = new();

    static PreparedParties() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove();

    /// <summary>Two parties, and an ally of the first if wanted, that nobody else has now; nothing is started. They go
    /// back when they are disposed.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="withAlly">Whether there is a third party.</param>
    public static async Task<TwoParties> LendAsync(string folder, bool withAlly = false)
    {
        var idle = Idle.GetOrAdd(withAlly, _ => []);
        // Each has its own addresses, which stand in its letters: two that are lent at one time are two.
        if (!idle.TryTake(out var made))
            made = await MakeAsync(withAlly);
        Copy(new(made), folder);
        return TwoParties.Find(folder, () => idle.Add(made));
    }

    private static async Task<string> MakeAsync(bool withAlly)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Home, Guid.NewGuid().ToString("n"))).FullName;
        await using var parties = await TwoParties.SetUpAsync(folder, _ => { });
        if (withAlly)
            await parties.AddAllyAsync(_ => { });
        return folder;
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(to);
        else
            Directory.CreateDirectory(to, from.UnixFileMode);
        foreach (var file in from.EnumerateFiles())
            file.CopyTo(Path.Combine(to, file.Name));
        foreach (var folder in from.EnumerateDirectories())
            Copy(folder, Path.Combine(to, folder.Name));
    }

    private static void Remove()
    {
        try
        {
            Directory.Delete(Home, recursive: true);
        }
        catch (IOException)
        {
            // nothing was made, or somebody looks at it
        }
    }
}
