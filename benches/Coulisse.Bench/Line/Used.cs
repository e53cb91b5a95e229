using System.Diagnostics;
using System.Globalization;

namespace Coulisse.Bench.Line;

/// <summary>What a program has taken of the machine so far, as the system says.</summary>
/// <param name="Program">Which.</param>
/// <param name="Megabytes">Resident now.</param>
/// <param name="Processor">Processor time since its start: what it costs, however busy the machine is.</param>
internal sealed record Used(string Program, double Megabytes, TimeSpan Processor)
{
    internal string Words => string.Create(CultureInfo.InvariantCulture, $"{Program} {Megabytes:F0}");

    internal static Used By(string program, int id)
    {
        using var process = Process.GetProcessById(id);
        return new(program, process.WorkingSet64 / 1048576.0, process.TotalProcessorTime);
    }
}

/// <summary>Processor time that a program took for one message.</summary>
internal sealed record Cost(string Program, double Microseconds)
{
    internal static string Words(IEnumerable<Cost> costs) => string.Join(", ", costs.Select(cost =>
        string.Create(CultureInfo.InvariantCulture, $"{cost.Program} {cost.Microseconds:F0}")));

    internal static IReadOnlyList<Cost> Between(
        IReadOnlyList<Used> before, IReadOnlyList<Used> after, double messages) =>
        [.. before.Zip(after, (from, to) =>
            new Cost(from.Program, (to.Processor - from.Processor).TotalMicroseconds / messages))];
}
