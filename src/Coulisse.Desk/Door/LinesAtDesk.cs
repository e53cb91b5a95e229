using System.Collections;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Door;

/// <summary>All lines of a desk, the first one first, and which of them a person means.</summary>
internal sealed class LinesAtDesk(IReadOnlyList<LineAtDesk> lines) : IReadOnlyList<LineAtDesk>
{
    public int Count => lines.Count;

    public LineAtDesk this[int index] => lines[index];

    /// <summary>The line whose log this is; null at home.</summary>
    internal LineAtDesk? Of(DeskCore core) => lines.FirstOrDefault(line => line.Log == core.Log);

    /// <summary>The line that a person means; with nothing given, the first one.</summary>
    /// <exception cref="Refusal">None, or several, are meant.</exception>
    internal LineAtDesk Meant(string? words) => string.IsNullOrEmpty(words) ? lines[0]
        : lines.Where(line => line.IsMeant(words)).ToList() is [var one] ? one
        : throw new Refusal(ExitCode.SaidNo, $"This desk has no line, or several, by \"{words}\". Its lines are with: "
            + $"{string.Join(", ", lines.Select(line => line.Name))}.");

    /// <summary>Somebody of another party who is to be asked into a room, and on which line: of several lines nobody is
    /// asked by mistake, so whoever is meant must be so on one alone.</summary>
    /// <exception cref="Refusal">Nobody, or more than one, is meant.</exception>
    internal (LineAtDesk Line, Sealed<Accreditation> With) Asked(string with, string? line)
    {
        var among = string.IsNullOrEmpty(line) ? lines : [Meant(line)];
        var found = among.Select(one => (Line: one, With: one.People.Find(with))).Where(one => one.With is not null)
            .ToList();
        return found is [var (on, whom)] ? (on, whom!) : throw new Refusal(ExitCode.SaidNo,
            $"Nobody of theirs, or more than one, is meant by \"{with}\". Their desks are: "
            + string.Join("; ", among.SelectMany(one => one.People.Theirs).Select(Telling.Listed))
            + (among.Count > 1 ? $". Say on which line with --line, as: --line {lines[^1].Name}" : ""));
    }

    public IEnumerator<LineAtDesk> GetEnumerator() => lines.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
