using System.Globalization;

namespace Coulisse.Bench;

/// <summary>One thing measured beside another in the same rounds; what counts is the ratio of each pair.</summary>
internal sealed class Beside(string name, Func<int, double> ours, Func<int, double> floor)
{
    private readonly List<double> ratios = [];
    private readonly List<double> microseconds = [];

    /// <summary>One round of both: each is given how many times to run and says how many microseconds one
    /// took.</summary>
    internal void Round(int times)
    {
        // Which one is first changes, so that neither always meets the warmer machine.
        var oursFirst = ratios.Count % 2 == 0;
        var first = oursFirst ? ours(times) : floor(times);
        var second = oursFirst ? floor(times) : ours(times);
        var (mine, least) = oursFirst ? (first, second) : (second, first);
        ratios.Add(mine / least);
        microseconds.Add(mine);
    }

    internal void Print(string asked) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-44}{Median(microseconds),9:F1} µs   ratio {Median(ratios),5:F2} "
        + $"({ratios.Min():F2} to {ratios.Max():F2})   {asked}"));

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1
            ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
