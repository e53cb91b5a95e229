namespace Coulisse.Fuzz;

/// <summary>The repository that this program was built in, for its samples and corpora.</summary>
internal static class Root
{
    // …/tests/PROJECT/bin/CONFIGURATION/FRAMEWORK/: a build for release does not say where its sources are.
    public static string Folder { get; } =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));

    public static byte[] Bytes(params string[] path) => File.ReadAllBytes(Path.Combine([Folder, .. path]));

    /// <summary>The files of a folder, in the order of their names.</summary>
    public static IReadOnlyList<byte[]> All(string folder, string pattern) =>
    [
        .. Directory.GetFiles(Path.Combine(Folder, folder), pattern).Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes),
    ];
}
