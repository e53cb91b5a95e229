using System.Collections.Immutable;
using Coulisse.Rules.Tests.House;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Coulisse.Rules.Tests.Secrets;

/// <summary>Records print every member, and that is how secrets reach logs: none may hold one, however deep.</summary>
public static class SecretsInRecords
{
    /// <summary>Looks through assemblies of ours, given as images.</summary>
    public static IEnumerable<Offence> Check(IEnumerable<ImmutableArray<byte>> assemblies)
    {
        var references = assemblies.Select(image => MetadataReference.CreateFromImage(image)).ToList();
        var compilation = CSharpCompilation.Create("reading", references: [.. Planted.Platform, .. references],
            options: new(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.All));
        var types = references.Select(reference => (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!)
            .SelectMany(assembly => AllTypes(assembly.GlobalNamespace)).ToList();
        var secret = Secret(types);
        return from type in types
               where IsRecord(type)
               from field in Fields(type)
               where Mentions(field.Type, secret)
               select new Offence(type.ToDisplayString(),
                   $"a record with the secret member {NameOf(field)}; make it a sealed class.");
    }

    private static HashSet<ITypeSymbol> Secret(IReadOnlyList<INamedTypeSymbol> types)
    {
        var secret = types.Where(IsSecretByName).ToHashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        bool grew;
        do
        {
            grew = false;
            foreach (var type in types.Where(type => Fields(type).Any(field => Mentions(field.Type, secret))))
                grew |= secret.Add(type);
        }
        while (grew);
        return secret;
    }

    private static bool IsSecretByName(INamedTypeSymbol type) =>
        type.Name is "SecretBytes" or "Passphrase" || type.Name.EndsWith("PrivateKey", StringComparison.Ordinal);

    private static bool Mentions(ITypeSymbol type, HashSet<ITypeSymbol> secret) => type switch
    {
        IArrayTypeSymbol array => Mentions(array.ElementType, secret),
        INamedTypeSymbol named =>
            secret.Contains(named.OriginalDefinition) || named.TypeArguments.Any(one => Mentions(one, secret)),
        _ => false,
    };

    // Metadata does not say "record", but only records are given this method.
    private static bool IsRecord(INamedTypeSymbol type) =>
        type.GetMembers("PrintMembers").OfType<IMethodSymbol>()
            .Any(method => method.Parameters is [{ Type.Name: "StringBuilder" }]);

    private static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic);

    // A property's field is named after it: <Name>k__BackingField.
    private static string NameOf(IFieldSymbol field) =>
        field.Name.Split('<', '>') is [_, var name, _] ? name : field.Name;

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceOrTypeSymbol within) =>
        within.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member => member is INamedTypeSymbol type ? AllTypes(type).Prepend(type) : AllTypes(member));
}
