using System.Xml.Linq;
using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.References;

/// <summary>What a project file says: which of our projects and which packages it references.</summary>
public sealed record Project(
    string Path, string AssemblyName, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public string Name => NameOf(Path);

    /// <summary>The name as the table has it: <c>Wire</c> for <c>Coulisse.Wire</c>.</summary>
    public string ShortName => ShortOf(Name);

    public static IReadOnlyList<Project> UnderSource =>
        [.. Repository.Files
            .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
            .Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(Parse)];

    public static Project Parse(RepositoryFile file)
    {
        var document = XDocument.Parse(file.Text);
        var assembly = document.Descendants("AssemblyName").FirstOrDefault()?.Value
            ?? NameOf(file.Path);
        return new(file.Path, assembly,
            [.. Included(document, "ProjectReference").Select(path => ShortOf(NameOf(path)))],
            [.. Included(document, "PackageReference")]);
    }

    public static string ShortOf(string name) => name.Replace("Coulisse.", "", StringComparison.Ordinal);

    private static string NameOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path);

    private static IEnumerable<string> Included(XDocument document, string element) =>
        document.Descendants(element)
            .Select(item => item.Attribute("Include")?.Value.Replace('\\', '/')).OfType<string>();
}
