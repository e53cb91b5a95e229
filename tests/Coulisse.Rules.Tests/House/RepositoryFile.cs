namespace Coulisse.Rules.Tests.House;

/// <summary>A file as the rules see it: its path from the root, with forward slashes, and its text.</summary>
public sealed record RepositoryFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public bool IsSource => Path.EndsWith(".cs", StringComparison.Ordinal);

    public IReadOnlyList<string> Lines => Text.TrimEnd('\n').Split('\n');
}
