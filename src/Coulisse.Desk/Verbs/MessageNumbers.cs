using System.CommandLine;
using System.Globalization;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary>Messages of a room by their numbers, as <c>3-7,9</c>.</summary>
internal static class MessageNumbers
{
    internal static Option<string?> Option(string what) => new("--messages")
    {
        Description = $"{what}: messages by their numbers in 'coulisse read', as 3-7,9.",
        HelpName = "NUMBERS",
    };

    /// <summary>In the order in which they are typed; none if nothing is.</summary>
    /// <exception cref="Refusal">They are no numbers, one stands twice, or they are too many.</exception>
    internal static IReadOnlyList<ulong> In(string? typed, int most)
    {
        var numbers = new List<ulong>();
        foreach (var range in (typed ?? "").Split(',', StringSplitOptions.TrimEntries
            | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = range.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || !TryRead(ends[0], out var from) || !TryRead(ends[^1], out var to) || to < from
                || to - from >= (ulong)most)
                throw new Refusal(ExitCode.Usage, $"--messages {typed} names no passage; write numbers as 3-7,9, at "
                    + $"most {most} of them.");
            for (var number = from; number <= to; number++)
                numbers.Add(number);
        }
        return numbers.Count <= most && numbers.Distinct().Count() == numbers.Count ? numbers
            : throw new Refusal(ExitCode.Usage, $"Name each message once, and at most {most} of them.");
    }

    private static bool TryRead(string typed, out ulong number) =>
        ulong.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
