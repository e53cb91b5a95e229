using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.References;

/// <summary>An assembly read as a file, never loaded.</summary>
public static class BuiltAssembly
{
    public static string PathOf(Project project) =>
        Path.Combine(Repository.Root, Path.GetDirectoryName(project.Path)!, "bin", Repository.Configuration, "net10.0",
            project.AssemblyName + ".dll");

    public static IReadOnlyList<string> ReferencesOf(Stream assembly)
    {
        using var file = new PEReader(assembly);
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
