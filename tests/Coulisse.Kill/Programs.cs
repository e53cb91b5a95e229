namespace Coulisse.Kill;

/// <summary>Where the built program is.</summary>
internal static class Programs
{
    /// <summary>The page's program, of the configuration of whoever asks.</summary>
    public static string Page { get; } = Find();

    private static string Find()
    {
        // …/tests/PROJECT/bin/CONFIGURATION/FRAMEWORK/
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/', '\\'));
        var root = framework.Parent!.Parent!.Parent!.Parent!.Parent!;
        var name = OperatingSystem.IsWindows() ? "Coulisse.Signals.exe" : "Coulisse.Signals";
        return Path.Combine(root.FullName, "src", "Coulisse.Signals", "bin", framework.Parent.Name, framework.Name,
            name);
    }
}
