using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.Rows;

public sealed class Rows_of_attacks
{
    private static IReadOnlyList<RowTest> Tests =>
        [.. Syntax.Trees.Where(tree => tree.File.Path.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(tree => RowTest.In(tree.File, tree.Root))];

    [Fact]
    public void Every_row_a_test_names_is_one_we_number() => Offence.AssertNone(RowTable.Check(Tests));

    [Fact]
    public void The_table_in_threats_is_what_the_tests_say()
    {
        var threats = Repository.File("threats.md");
        var table = RowTable.Print(Tests);
        if (Repository.MayWrite)
            File.WriteAllText(Path.Combine(Repository.Root, threats.Path), RowTable.Replaced(threats.Text, table));
        else
            Assert.True(RowTable.Inside(threats.Text) == table,
                "threats.md is out of date. Run this and commit: "
                + $"COULISSE_WRITE=1 dotnet run --project tests/Coulisse.Rules.Tests\n{table}");
    }

    [Fact]
    public void A_trait_on_a_method_and_on_a_class_are_read()
    {
        var tests = Read("""
            [Trait("Row", "14 whole")] public class Names;
            public class Pages { [Fact] [Trait("Row", "25")] [Trait("Pace", "slow")] public void Script_is_text() { } }
            """);

        Assert.Empty(RowTable.Check(tests));
        Assert.Equal(
            $"""
            | no. | attack or fault | shown | test |
            |---|---|---|---|
            | 14 | {AttackRow.Names[13]} | whole | Signals.Tests: Names |
            | 25 | {AttackRow.Names[24]} | part | Signals.Tests: Pages.Script_is_text |

            """, RowTable.Print(tests));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("51")]
    [InlineData("xss")]
    [InlineData("25 nearly")]
    public void A_row_that_does_not_exist_is_found(string row) =>
        Assert.Single(RowTable.Check(Read($$"""class Pages { [Trait("Row", "{{row}}")] public void Do() { } }""")));

    [Fact]
    public void Only_what_stands_between_the_marks_is_replaced() =>
        Assert.Equal("a <!-- rows:start -->\nnew\n<!-- rows:end --> b",
            RowTable.Replaced("a <!-- rows:start -->\nold\n<!-- rows:end --> b", "new\n"));

    private static List<RowTest> Read(string text)
    {
        var file = new RepositoryFile("tests/Coulisse.Signals.Tests/Planted.cs", text);
        return [.. RowTest.In(file, Syntax.Parse(file))];
    }
}
