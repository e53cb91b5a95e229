using Coulisse.Wire.Statements;

namespace Coulisse.Cli;

/// <summary>A statement in a few lines.</summary>
internal static class StatementFacts
{
    internal static IEnumerable<(string Name, string Value)> Of(Statement statement)
    {
        yield return ("Statement", $"{statement.Id}, revision {statement.Revision}");
        if (statement.Place is { } place)
            yield return ("Place", place);
        foreach (var edition in statement.Editions)
            yield return ($"Edition {edition.Language}", $"{edition.Title} ({Word(edition.Standing)})");
    }

    internal static string Word(EditionStanding standing) =>
        standing == EditionStanding.Authentic ? "authentic" : "official translation";
}
