using System.Text.RegularExpressions;
using Coulisse.Rules.Tests.House;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coulisse.Rules.Tests.Words;

/// <summary>Marks of work left half done, read from the syntax: what stands in a string does not count.</summary>
public static partial class Marks
{
    /// <summary>Files that hold a host loop, where one catch for everything is right. At most two.</summary>
    public static readonly string[] HostLoops = [];

    public static IEnumerable<Offence> Check(RepositoryFile file, SyntaxNode root) =>
        Comments(root).Concat(Nodes(root)).Concat(Suppressions(root))
            .Where(found => found.What != CatchAll || !HostLoops.Contains(file.Path))
            .Select(found => new Offence($"{file.Path}:{found.Line}", found.What));

    private const string CatchAll = "catches everything; name the exceptions, or let it fall.";

    private static IEnumerable<(int Line, string What)> Comments(SyntaxNode root) =>
        root.DescendantTrivia(descendIntoTrivia: true)
            .Where(trivia => trivia.HasStructure || trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
                || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Where(trivia => LeftForLater().IsMatch(trivia.ToString()))
            .Select(trivia => Syntax.LineOf(trivia.SyntaxTree!, trivia.SpanStart))
            .Select(line => (line, "left for later; do it, or open an issue."));

    private static IEnumerable<(int Line, string What)> Nodes(SyntaxNode root) =>
        from node in root.DescendantNodes()
        let what = Fault(node)
        where what is not null
        select (Syntax.LineOf(node), what);

    private static string? Fault(SyntaxNode node) => node switch
    {
        CatchClauseSyntax clause when IsCatchAll(clause) => CatchAll,
        MemberAccessExpressionSyntax access when access.ToString() is "Thread.Sleep" =>
            "sleeps; wait for an event, or for a TimeProvider's timer.",
        InvocationExpressionSyntax call when call.ToString() is "Assert.True(true)" or "Assert.False(false)" =>
            "a test that cannot fail.",
        AttributeSyntax attribute when IsAlwaysSkipped(attribute) => "a skipped test; mend it, or take it out.",
        AttributeSyntax attribute when IsUnexplained(attribute) => "suppresses without a Justification.",
        BaseTypeDeclarationSyntax type when EmptyName().IsMatch(type.Identifier.Text) =>
            $"{type.Identifier.Text}: a name without weight; say what it is.",
        _ => null,
    };

    private static IEnumerable<(int Line, string What)> Suppressions(SyntaxNode root) =>
        root.DescendantNodes(descendIntoTrivia: true)
            .Where(IsSwitchingOff)
            .Where(directive => !directive.ToFullString().Contains("//", StringComparison.Ordinal))
            .Select(directive => Syntax.LineOf(directive))
            .Select(line => (line, "switches a warning off without saying why on the same line."));

    private static bool IsSwitchingOff(SyntaxNode node) => node switch
    {
        PragmaWarningDirectiveTriviaSyntax pragma => pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword),
        NullableDirectiveTriviaSyntax nullable => nullable.SettingToken.IsKind(SyntaxKind.DisableKeyword),
        _ => false,
    };

    // A filter that names types is a precise catch.
    private static bool IsCatchAll(CatchClauseSyntax clause) =>
        clause.Declaration?.Type.ToString() is null or "Exception" or "System.Exception"
        && clause.Filter?.ToString().Contains(" is ", StringComparison.Ordinal) != true;

    private static bool IsAlwaysSkipped(AttributeSyntax attribute) =>
        Named(attribute, "Skip") && !Named(attribute, "SkipUnless") && !Named(attribute, "SkipWhen");

    private static bool IsUnexplained(AttributeSyntax attribute) =>
        attribute.Name.ToString().EndsWith("SuppressMessage", StringComparison.Ordinal)
        && !Named(attribute, "Justification");

    private static bool Named(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.Any(argument => argument.NameEquals?.Name.ToString() == name) == true;

    [GeneratedRegex(@"\b(TO\u0044O|FIXM\u0045|HAC\u004B)\b")]
    private static partial Regex LeftForLater();

    [GeneratedRegex("(Manager|Helpers?|Processor|Utils?|Utilit(y|ies))$")]
    private static partial Regex EmptyName();
}
