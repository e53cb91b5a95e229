using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.Rows;

/// <summary>The table in threats.md, made from the tests, so that it cannot promise more than they show.</summary>
public static class RowTable
{
    private const string Start = "<!-- rows:start -->\n";
    private const string End = "<!-- rows:end -->";

    public static IEnumerable<Offence> Check(IEnumerable<RowTest> tests) =>
        tests.Where(test => !AttackRow.IsKnown(test.Number))
            .Select(test => new Offence(test.Where,
                $"\"{test.Value}\" is no row; write \"25\" or \"25 whole\", 1 to {AttackRow.Names.Count}."));

    /// <summary>The table, ordered by number, then project and test.</summary>
    public static string Print(IEnumerable<RowTest> tests) =>
        "| no. | attack or fault | shown | test |\n|---|---|---|---|\n" + string.Concat(tests
            .OrderBy(test => test.Number)
            .ThenBy(test => test.Project, StringComparer.Ordinal)
            .ThenBy(test => test.Test, StringComparer.Ordinal)
            .Select(Line));

    public static string Inside(string document) => document[BeginOf(document)..EndOf(document)];

    public static string Replaced(string document, string table) =>
        document[..BeginOf(document)] + table + document[EndOf(document)..];

    private static string Line(RowTest test) =>
        $"| {test.Number} | {AttackRow.Names[test.Number - 1]} | {(test.IsWhole ? "whole" : "part")} "
        + $"| {test.Project.Replace("Coulisse.", "", StringComparison.Ordinal)}: {test.Test} |\n";

    private static int BeginOf(string document) => document.IndexOf(Start, StringComparison.Ordinal) + Start.Length;

    private static int EndOf(string document) => document.IndexOf(End, StringComparison.Ordinal);
}
