namespace Coulisse.Signals.Tests.Claims;

/// <summary>Files that lie beside the repository and are never copied into it.</summary>
internal static class SharedData
{
    /// <summary>The path of a file in COULISSE_SHARED/data or ../shared/data above the tests; null if absent.</summary>
    internal static string? Find(string name)
    {
        if (Environment.GetEnvironmentVariable("COULISSE_SHARED") is { Length: > 0 } shared)
            return Existing(Path.Combine(shared, "data", name));
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", "data", name)) is { } path)
                return path;
        }
        return null;
    }

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
