using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Coulisse.Rules.Tests.House;

/// <summary>Source as the compiler's own parser sees it, so that a word in a string is not taken for code.</summary>
public static class Syntax
{
    private static readonly Lazy<IReadOnlyList<(RepositoryFile File, SyntaxNode Root)>> AllTrees =
        new(() => [.. Repository.Files.Where(file => file.IsSource).Select(file => (file, Parse(file)))]);

    public static IReadOnlyList<(RepositoryFile File, SyntaxNode Root)> Trees => AllTrees.Value;

    public static SyntaxNode Parse(RepositoryFile file) =>
        CSharpSyntaxTree.ParseText(file.Text, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken);

    /// <summary>The line a node begins on, counted from 1.</summary>
    public static int LineOf(SyntaxNode node) => LineOf(node.SyntaxTree, node.SpanStart);

    public static int LineOf(SyntaxTree tree, int position) =>
        tree.GetText(TestContext.Current.CancellationToken).Lines.IndexOf(position) + 1;
}
