using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Coulisse.Rules.Tests.House;

/// <summary>Offenders made for a test, which a rule must find.</summary>
public static class Planted
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> ReadOnce = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    public static RepositoryFile Source(string text) => new("src/Coulisse.Wire/Planted.cs", text);

    /// <summary>Compiles a small library in memory.</summary>
    public static ImmutableArray<byte> Assembly(string name, string source, IEnumerable<MetadataReference> references)
    {
        var cancel = TestContext.Current.CancellationToken;
        var compilation = CSharpCompilation.Create(name,
            [CSharpSyntaxTree.ParseText(source, cancellationToken: cancel)],
            [.. Platform, .. references],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: cancel);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return [.. image.ToArray()];
    }

    /// <summary>The assemblies of the runtime these tests run on.</summary>
    public static IReadOnlyList<MetadataReference> Platform => ReadOnce.Value;
}
