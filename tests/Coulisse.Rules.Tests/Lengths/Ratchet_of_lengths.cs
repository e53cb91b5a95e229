using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.Lengths;

public sealed class Ratchet_of_lengths
{
    private static readonly (Measured, Limit) Long = (new("src/A.cs", 263), Limit.File);
    private static readonly (Measured, Limit) LongMethod = (new("src/A.cs A.Do", 45), Limit.Method);

    [Fact]
    public void Files_methods_and_lines_are_short_or_listed_and_shrinking()
    {
        var files = Ruler.Files(Repository.Files).Select(one => (one, Limit.File));
        var methods = Syntax.Trees.SelectMany(tree => Ruler.Methods(tree.File, tree.Root));
        var wide = Ruler.Wide(Repository.Files, Limit.LineCharacters).Select(one => (one, Limit.Wide));
        (Measured, Limit)[] measured = [.. files, .. methods.Select(one => (one, Limit.Method)), .. wide];
        var list = Repository.File("tests/Coulisse.Rules.Tests/ratchet.txt");

        if (Repository.MayWrite)
            File.WriteAllText(Path.Combine(Repository.Root, list.Path), Ratchet.Turned(list.Text, measured));
        else
            Offence.AssertNone(new Ratchet(list.Text).Check(measured));
    }

    [Fact]
    public void Turning_the_ratchet_lowers_and_removes_but_never_adds() =>
        Assert.Equal("# remark\nsrc/A.cs 263\n",
            Ratchet.Turned("# remark\nsrc/A.cs 270\nsrc/Gone.cs 300\n", [Long, LongMethod]));

    [Fact]
    public void What_is_listed_passes() =>
        Assert.Empty(new Ratchet("# remark\nsrc/A.cs 263\nsrc/A.cs A.Do 45\n").Check([Long, LongMethod]));

    [Theory]
    [InlineData("", "263 lines; cut it")]
    [InlineData("src/A.cs 262", "263 lines, grown from 262; cut it")]
    [InlineData("src/A.cs 264", "now 263 lines: write 263 in ratchet.txt.")]
    [InlineData("src/A.cs 263\nsrc/Gone.cs 300", "no longer too long: take its line out of ratchet.txt.")]
    public void A_file_that_turns_the_ratchet_back_is_found(string list, string what) =>
        Assert.StartsWith(what, Assert.Single(new Ratchet(list).Check([Long])).What, StringComparison.Ordinal);

    [Theory]
    [InlineData(41, false)]
    [InlineData(40, true)]
    public void A_new_long_method_is_found(int lines, bool passes) =>
        Assert.Equal(passes, !new Ratchet("").Check([(new("src/A.cs A.Do", lines), Limit.Method)]).Any());

    [Fact]
    public void Past_the_hard_limits_being_listed_does_not_help() =>
        Assert.Equal(2, new Ratchet("src/A.cs 401\nsrc/A.cs A.Do 61")
            .Check([(new("src/A.cs", 401), Limit.File), (new("src/A.cs A.Do", 61), Limit.Method)]).Count());

    [Fact]
    public void A_method_is_measured_without_its_attributes_and_documentation()
    {
        var file = Planted.Source(
            "class A\n{\n    /// <summary>One.</summary>\n    [Obsolete]\n    void Do()\n    {\n    }\n"
            + "    int Two => 2;\n}\n");

        Assert.Equal([new("src/Coulisse.Wire/Planted.cs A.Do", 3), new("src/Coulisse.Wire/Planted.cs A.Two", 1)],
            Ruler.Methods(file, Syntax.Parse(file)));
    }

    [Fact]
    public void A_line_of_121_characters_is_found_and_one_of_120_is_not()
    {
        var file = Planted.Source($"{new string('x', 120)}\n{new string('x', 121)}\n");

        Assert.Equal([new("src/Coulisse.Wire/Planted.cs wide", 1)], Ruler.Wide([file], charactersMax: 120));
    }
}
