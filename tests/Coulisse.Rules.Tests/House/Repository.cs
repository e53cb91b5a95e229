using System.Reflection;

namespace Coulisse.Rules.Tests.House;

/// <summary>The repository these tests were built in, found by walking up to the solution.</summary>
public static class Repository
{
    private static readonly HashSet<string> LeftOut =
        [".git", ".vs", ".idea", "bin", "obj", "artifacts", "run", "node_modules", "TestResults"];

    private static readonly HashSet<string> Binary = [".png", ".jpg", ".ico", ".woff2", ".page", ".gz", ".br"];

    private static readonly Lazy<IReadOnlyList<RepositoryFile>> AllFiles = new(() => [.. Read(Root!)]);

    public static string Root { get; } = FindRoot();

    /// <summary>Every text file that belongs to the repository, in the order of paths.</summary>
    public static IReadOnlyList<RepositoryFile> Files => AllFiles.Value;

    /// <summary>Debug or Release, as these tests were built: the rules read the assemblies of the same build.</summary>
    public static string Configuration { get; } =
        typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public static RepositoryFile File(string path) =>
        Files.FirstOrDefault(file => file.Path == path)
        ?? throw new InvalidOperationException($"{path} is not in the repository.");

    /// <summary>True when rewriting was asked for: <c>COULISSE_WRITE=1</c> brings generated parts up to date.</summary>
    public static bool MayWrite => Environment.GetEnvironmentVariable("COULISSE_WRITE") == "1";

    /// <summary>The text files under a folder; for planted ones, a folder of the test's own.</summary>
    public static IEnumerable<RepositoryFile> Read(string root) =>
        PathsUnder(new DirectoryInfo(root))
            .Select(path => new RepositoryFile(
                Path.GetRelativePath(root, path).Replace('\\', '/'), System.IO.File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal);

    private static IEnumerable<string> PathsUnder(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => !Binary.Contains(file.Extension) && file.Name != ".git")
            .Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(inner => !LeftOut.Contains(inner.Name)).SelectMany(PathsUnder));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Coulisse.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run these tests inside the repository.");
    }
}
