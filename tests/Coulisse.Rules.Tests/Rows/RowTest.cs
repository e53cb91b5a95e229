using System.Globalization;
using Coulisse.Rules.Tests.House;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coulisse.Rules.Tests.Rows;

/// <summary>A test, or a class of tests, that says which numbered attack it answers.</summary>
/// <param name="Value">The trait's value: <c>25</c> for a part of the row, <c>25 whole</c> for all of it.</param>
public sealed record RowTest(string Value, string Project, string Test, string Where)
{
    private const string Whole = " whole";

    public bool IsWhole => Value.EndsWith(Whole, StringComparison.Ordinal);

    /// <summary>0 when the value is no number.</summary>
    public int Number =>
        int.TryParse(IsWhole ? Value[..^Whole.Length] : Value, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? row : 0;

    /// <summary>Every <c>[Trait("Row", …)]</c> in a file of tests.</summary>
    public static IEnumerable<RowTest> In(RepositoryFile file, SyntaxNode root) =>
        from attribute in root.DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() == "Trait"
        let arguments = attribute.ArgumentList!.Arguments.Select(Literal).ToList()
        where arguments is ["Row", _]
        select new RowTest(arguments[1], file.Path.Split('/')[1], NameOf(attribute.Parent!.Parent!),
            $"{file.Path}:{Syntax.LineOf(attribute)}");

    private static string Literal(AttributeArgumentSyntax argument) =>
        argument.Expression is LiteralExpressionSyntax literal ? literal.Token.ValueText : "";

    private static string NameOf(SyntaxNode declaration)
    {
        var type = declaration.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()!.Identifier.Text;
        return declaration is MethodDeclarationSyntax method ? $"{type}.{method.Identifier.Text}" : type;
    }
}
