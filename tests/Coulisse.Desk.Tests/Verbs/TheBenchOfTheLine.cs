using System.Diagnostics;
using System.Text.RegularExpressions;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary><c>./bench line --quick</c> and its like: whether they measure all that they are for. What they measure,
/// no test judges.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed partial class TheBenchOfTheLine
{
    private static readonly string[] Asked =
    [
        "messages a second from station to station",
        "commits a message at our station, at its fastest",
        "commits a message at their station, at its fastest",
        "resident loaded, MB, the larger station",
        "messages a second from desk to desk, 16 senders",
        "median beside the floor, one sender",
        "99th of a hundred beside the floor, one sender",
        "a station serves after its start, s (station, ordinary build)",
        "the same, 25,600 queued (station, ordinary build)",
        "resident idle, MB (station, ordinary build)",
    ];

    [Fact]
    public async Task It_gives_every_figure_and_says_which_were_reached()
    {
        var output = await RunAsync("line");

        var figures = Figure().Matches(output).ToDictionary(one => one.Groups["what"].Value.Trim(),
            one => double.Parse(one.Groups["got"].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Superset(Asked.ToHashSet(), figures.Keys.ToHashSet());
        Assert.All(Asked.Where(what => !what.StartsWith("commits", StringComparison.Ordinal)),
            what => Assert.True(figures[what] > 0, $"{what}: {figures[what]}"));
        Assert.StartsWith("line: ", output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_many_messages_leave_behind_is_looked_at_too()
    {
        var output = await RunAsync("growth");
        Assert.Matches(@"a message at 50,000 beside one at 30,000 +\d+\.\d\d  asked for at most 1\.20", output);
    }

    private static async Task<string> RunAsync(string bench)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Programs.Root, "benches", "Coulisse.Bench", "bin", configuration, "net10.0",
            "Coulisse.Bench");
        using var running = Process.Start(new ProcessStartInfo(program, [bench, "--quick"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
        await running.WaitForExitAsync();
        Assert.True(running.ExitCode == 0, await error);
        return await output;
    }

    [GeneratedRegex(@"^  (?<what>\S.*?)\s+(?<got>[\d,]+\.\d\d)  asked for at (most|least) \S+\s+(yes|no)\s*$",
        RegexOptions.Multiline)]
    private static partial Regex Figure();
}
