namespace Coulisse.Cli.Tests;

[Collection("programs")] // One at a time: a program just written is busy while another test forks.
public sealed class TheCommandTeaches
{
    [Theory]
    [InlineData("seal new")]
    [InlineData("seal show")]
    [InlineData("seal mend")]
    [InlineData("statement sign")]
    [InlineData("statement withdraw")]
    [InlineData("verify")]
    [InlineData("party")]
    [InlineData("accredit")]
    [InlineData("recall accreditation")]
    [InlineData("recall leaf")]
    [InlineData("recall replace")]
    [InlineData("letter write")]
    [InlineData("letter read")]
    [InlineData("compare")]
    [InlineData("recognise")]
    [InlineData("succeed")]
    [InlineData("station new")]
    [InlineData("station check")]
    [InlineData("station run")]
    [InlineData("station add-line")]
    [InlineData("desk new")]
    [InlineData("desk open")]
    [InlineData("desk passphrase")]
    [InlineData("desk add-line")]
    [InlineData("record write")]
    [InlineData("signal hand-over")]
    public void Help_of_every_verb_has_an_example_and_says_how_a_program_is_answered(string verb)
    {
        var ended = CoulisseProgram.Run(Path.GetTempPath(), [.. verb.Split(' '), "--help"]);
        Assert.Equal(0, ended.Code);
        Assert.Contains($"Example: coulisse {verb} ", ended.Output, StringComparison.Ordinal);
        Assert.Matches("--json +Answer in JSON, for programs", ended.Output);
    }

    [Fact]
    public void The_version_is_a_number()
    {
        var ended = CoulisseProgram.Run(Path.GetTempPath(), "--version");
        Assert.Equal(0, ended.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+", ended.Output);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("seal")]
    [InlineData("verify")]
    public void What_is_not_understood_exits_64_and_points_to_the_help(string arguments)
    {
        var ended = CoulisseProgram.Run(Path.GetTempPath(), arguments);
        Assert.Equal((64, ""), (ended.Code, ended.Output));
        Assert.Contains("coulisse --help", ended.Error, StringComparison.Ordinal);
    }
}
