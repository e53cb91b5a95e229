using System.Diagnostics;
using System.Text.RegularExpressions;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary><c>./bench line --quick</c> and its like: whether they measure all that they are for. What they measure,
/// no test judges.</summary>
[Trait("Pace", "slow")]
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

    private static readonly string[] AskedOfADesk =
    [
        "ms until the long room is drawn, the first time after a start",
        "ms until the long room is drawn, again",
        "the same beside a room of 20 messages",
        "ms until the first paint of the watch",
        "the same beside the entrance, behind which is nothing",
        "ms from a key to its character in the long room, median",
        "the same, the 95th of a hundred",
        "the median beside a room of 20 messages",
        "memory of the page at the end beside after a quarter",
        "memory of the desk at the end beside after a quarter",
        "memory of its screens at the end beside after a quarter",
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
    public async Task What_a_person_at_a_desk_waits_for_is_measured_in_a_browser()
    {
        Assert.SkipUnless(File.Exists(Environment.GetEnvironmentVariable("COULISSE_CHROMIUM") ?? "/usr/bin/chromium"),
            "Chromium is missing; install Debian's package 'chromium' or name one in COULISSE_CHROMIUM.");
        var output = await RunAsync("desk", "--messages", "400");

        var figures = Figure().Matches(output).ToDictionary(one => one.Groups["what"].Value.Trim(),
            one => double.Parse(one.Groups["got"].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Superset(AskedOfADesk.ToHashSet(), figures.Keys.ToHashSet());
        Assert.All(AskedOfADesk, what => Assert.True(figures[what] > 0, $"{what}: {figures[what]}"));
        Assert.Matches(@"ms to what is found, again +\d", output);
        Assert.StartsWith("desk: ", output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_many_messages_leave_behind_is_looked_at_too()
    {
        var output = await RunAsync("growth");
        Assert.Matches(@"a message at 50,000 beside one at 30,000 +\d+\.\d\d  asked for at most 1\.20", output);
    }

    private static async Task<string> RunAsync(string bench, params string[] more)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Programs.Root, "benches", "Coulisse.Bench", "bin", configuration, "net10.0",
            "Coulisse.Bench");
        using var running = Process.Start(new ProcessStartInfo(program, [bench, "--quick", .. more])
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
