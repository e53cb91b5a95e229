namespace Coulisse.Signals.Tests.SavedArticles;

internal static class Folders
{
    internal static string Corpus { get; } =
        Path.Combine(Repository, "tests", "Coulisse.Signals.Tests", "SavedArticles", "corpus");

    /// <summary>The folder with data that is never committed; it need not exist.</summary>
    internal static string SharedData { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("COULISSE_SHARED") ?? Path.Combine(Repository, "..", "shared"), "data");

    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Coulisse.slnx")))
                folder = folder.Parent;
            return folder?.FullName
                ?? throw new DirectoryNotFoundException("Coulisse.slnx stands in no folder above the tests.");
        }
    }
}
