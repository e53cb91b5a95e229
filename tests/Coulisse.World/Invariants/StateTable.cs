using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Coulisse.World.Invariants;

/// <summary>
/// From which state something may come to which other, and what takes it there: all there is. Worlds hold everything
/// against it; a test prints it into <c>protocol/states.md</c>.
/// </summary>
/// <param name="title">Of what.</param>
/// <param name="moves">In the order of a course; one without a state before it is a beginning.</param>
public sealed class StateTable<T>(string title, params IReadOnlyList<(T? From, T To, string Because)> moves)
    where T : struct, Enum
{
    private readonly ConcurrentDictionary<(string, T), byte> seen = [];

    /// <summary>Those that no world has made yet, in this process.</summary>
    public IEnumerable<string> Unseen => moves.Where(move => !seen.ContainsKey(Key(move.From, move.To)))
        .Select(move => $"{Name(move.From)} -> {move.To}");

    /// <summary>Something has moved.</summary>
    /// <exception cref="ViolationException">It may not move so.</exception>
    public void Moved(T? from, T to, string what)
    {
        if (!moves.Any(move => Equals(move.From, from) && Equals(move.To, to)))
            throw new ViolationException($"I15: {what} went from {Name(from)} to {to}");
        seen[Key(from, to)] = 0;
    }

    /// <summary>The table, in Markdown.</summary>
    public string Print()
    {
        var table = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine()
            .AppendLine("| from | to | by |").AppendLine("|---|---|---|");
        foreach (var (from, to, because) in moves)
            table.AppendLine(CultureInfo.InvariantCulture, $"| {Name(from)} | {to} | {because} |");
        return table.ToString();
    }

    private static (string, T) Key(T? from, T to) => (Name(from), to);

    private static string Name(T? state) => state?.ToString() ?? "(nothing)";
}
