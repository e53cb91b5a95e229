using Coulisse.Rules.Tests.House;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coulisse.Rules.Tests.Lengths;

/// <summary>Measures files and methods. A method's length leaves out its documentation and attributes.</summary>
public static class Ruler
{
    private static readonly string[] Measurable = [".cs", ".razor"];

    public static IEnumerable<Measured> Files(IEnumerable<RepositoryFile> files) =>
        files.Where(file => Measurable.Contains(Path.GetExtension(file.Path)))
            .Select(file => new Measured(file.Path, file.Lines.Count));

    /// <summary>Overloads share a name; the longest counts.</summary>
    public static IEnumerable<Measured> Methods(RepositoryFile file, SyntaxNode root) =>
        root.DescendantNodes().Where(IsMethod)
            .Select(method => new Measured($"{file.Path} {NameOf(method)}", LengthOf(method)))
            .GroupBy(measured => measured.Name, (_, same) => same.MaxBy(measured => measured.Lines)!);

    /// <summary>How many lines of each source file are wider than a number of characters.</summary>
    public static IEnumerable<Measured> Wide(IEnumerable<RepositoryFile> files, int charactersMax) =>
        files.Where(file => file.IsSource)
            .Select(file => new Measured($"{file.Path} wide", file.Lines.Count(line => line.Length > charactersMax)));

    private static bool IsMethod(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
            or PropertyDeclarationSyntax { ExpressionBody: not null };

    private static string NameOf(SyntaxNode node)
    {
        var name = node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            LocalFunctionStatementSyntax local => local.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
            _ => node.Kind().ToString(),
        };
        return $"{node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.Text ?? "Program"}.{name}";
    }

    private static int LengthOf(SyntaxNode node)
    {
        var start = node.ChildNodesAndTokens().First(child => child.AsNode() is not AttributeListSyntax).SpanStart;
        return Syntax.LineOf(node.SyntaxTree, node.Span.End - 1) - Syntax.LineOf(node.SyntaxTree, start) + 1;
    }
}
