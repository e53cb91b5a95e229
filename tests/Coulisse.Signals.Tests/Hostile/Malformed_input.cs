using Coulisse.Fuzz;
using Coulisse.Fuzz.Targets;

namespace Coulisse.Signals.Tests.Hostile;

/// <summary>The short form of <c>./campaign fuzz</c>: every reader of foreign bytes, with the same inputs each
/// time.</summary>
public sealed class Malformed_input
{
    private static readonly byte[] Seed = [1, 2, 3, 4, 5, 6, 7, 8];

    [Fact]
    [Trait("Row", "18")]
    [Trait("Row", "19")]
    [Trait("Pace", "slow")]
    public void Is_refused_as_declared_by_every_reader_in_time_and_memory()
    {
        using var all = AllTargets.Make();
        var heard = new List<string>();

        var toll = new FuzzCampaign(new(Seconds: 0, Toll.FewestMin, Seed: 18), all.Named(null), heard.Add, null).Run();

        Assert.True(toll.IsGood, string.Join('\n', [.. heard, toll.ToString()]));
    }

    [Fact]
    public void Is_found_where_a_reader_throws_what_it_does_not_declare() => AssertFound("IndexOutOfRange",
        input => input[0] == 1 ? Answer.Yes : Answer.If(input[1 << 20] > 0));

    [Fact]
    public void Is_found_where_a_reader_believes_a_length() => AssertFound("of input; at most",
        input => Answer.If(new byte[input[0] > 1 ? 32 << 20 : 1].Length > 0));

    [Fact]
    public void Is_found_where_a_value_has_two_encodings() => AssertFound("in other bytes",
        input => Answer.Again(Seed));

    [Fact]
    public void Is_found_where_a_promise_of_the_reader_is_broken() => AssertFound("nobody signed",
        input => input[0] == 1 ? Answer.Yes : new Answer.Broken("It was taken, and nobody signed it."));

    [Fact]
    public void Is_found_where_a_reader_takes_too_long()
    {
        var target = Planted(input => Answer.If(Work(input[0]) > 0)) with { TimeMax = TimeSpan.FromMilliseconds(1) };

        Assert.Contains("It took", Judge.FaultOf(target, [200], out _), StringComparison.Ordinal);
        Assert.Null(Judge.FaultOf(target with { TimeMax = TimeSpan.FromMinutes(1) }, [200], out _));
    }

    [Fact]
    public void Is_found_where_nothing_can_be_taken() => AssertFound("None of its seeds", input => Answer.No);

    [Fact]
    public void Is_the_same_again_by_its_number()
    {
        var target = Planted(input => Answer.Yes);

        Assert.Equal(InputMaker.Make(target, seed: 3, number: 40), InputMaker.Make(target, seed: 3, number: 40));
        Assert.NotEqual(InputMaker.Make(target, seed: 3, number: 40), InputMaker.Make(target, seed: 4, number: 40));
    }

    [Fact]
    public void Is_no_finding_where_a_reader_keeps_its_promises() =>
        Assert.Equal(0, RunOn(input => Answer.Again(input), []).Findings);

    private static void AssertFound(string words, Func<byte[], Answer> read)
    {
        var heard = new List<string>();
        Assert.True(RunOn(read, heard).Findings > 0);
        Assert.Contains(heard, said => said.StartsWith("FOUND", StringComparison.Ordinal)
            && said.Contains(words, StringComparison.Ordinal));
    }

    private static Toll RunOn(Func<byte[], Answer> read, List<string> heard) =>
        new FuzzCampaign(new(Seconds: 0, Count: 200, Seed: 5), [Planted(read)], heard.Add, null).Run();

    private static FuzzTarget Planted(Func<byte[], Answer> read) =>
        new("planted", InputForm.Vectors, [Seed], input => input.Length == 0 ? Answer.No : read(input));

    private static int Work(int rounds)
    {
        var sum = 1;
        for (var i = 0; i < rounds * 1_000_000; i++)
            sum = (sum * 31 + i) & 0xffff;
        return sum + 1;
    }
}
