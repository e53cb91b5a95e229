using System.Text.RegularExpressions;
using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.Documents;

/// <summary>What is asked of Markdown: decisions have their parts, links and paths lead somewhere.</summary>
public static partial class Document
{
    private static readonly string[] DecisionParts = ["Context", "Choice", "Given up"];

    /// <summary>The three parts, in this order, each a heading or the bold beginning of a paragraph.</summary>
    public static IEnumerable<Offence> CheckDecision(RepositoryFile file)
    {
        var parts = Part().Matches(file.Text).Select(match => match.Groups["name"].Value).Where(DecisionParts.Contains);
        return parts.SequenceEqual(DecisionParts) ? [] :
            [new(file.Path, $"has not the parts {string.Join(", ", DecisionParts)}, in this order.")];
    }

    /// <summary>Links to files exist, and so do paths in backticks that begin with a folder of ours.</summary>
    public static IEnumerable<Offence> CheckLinks(RepositoryFile file, string root)
    {
        var here = Path.Combine(root, file.Folder);
        var links = Link().Matches(file.Text).Select(match => match.Groups["to"].Value.Split('#')[0])
            .Where(to => to.Length > 0 && !to.Contains(':', StringComparison.Ordinal))
            .Select(to => (to, path: Path.Combine(here, to)));
        var paths = CodePath().Matches(file.Text).Select(match => match.Groups["path"].Value)
            .Select(to => (to, path: Path.Combine(root, to)));
        return links.Concat(paths).Where(one => !File.Exists(one.path) && !Directory.Exists(one.path))
            .Select(one => new Offence(file.Path, $"{one.to} leads nowhere."));
    }

    [GeneratedRegex(@"^(## (?<name>[\w ]+?)|\*\*(?<name>[\w ]+?)\.\*\*.*)\r?$", RegexOptions.Multiline)]
    private static partial Regex Part();

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(src|tests|benches|decisions|docs|protocol|samples|scripts|\.ci)/[\w./-]*)`")]
    private static partial Regex CodePath();
}
