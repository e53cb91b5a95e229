using System.Globalization;

namespace Coulisse.Bench.Line;

/// <summary>What was asked for, and whether it was reached.</summary>
internal sealed class Figures
{
    private readonly List<(string What, double Got, string Asked, bool IsReached)> all = [];
    private int printed;

    /// <summary>What was missed, and of how many.</summary>
    internal string Sum => all.Where(one => !one.IsReached).Select(one => one.What).ToList() is { Count: > 0 } missed
        ? $"{all.Count - missed.Count} of {all.Count} figures reached; missed: {string.Join("; ", missed)}"
        : $"{all.Count} of {all.Count} figures reached";

    internal void AtMost(string what, double got, double most) =>
        all.Add((what, got, Invariant($"at most {most:N2}"), got <= most));

    internal void AtLeast(string what, double got, double least) =>
        all.Add((what, got, Invariant($"at least {least:N0}"), got >= least));

    /// <summary>Those that were not printed yet.</summary>
    internal void Print()
    {
        foreach (var (what, got, asked, isReached) in all.Skip(printed))
            Console.WriteLine(Invariant($"  {what,-72}{got,10:N2}  asked for {asked,-18}{(isReached ? "yes" : "no")}"));
        printed = all.Count;
    }

    private static string Invariant(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
