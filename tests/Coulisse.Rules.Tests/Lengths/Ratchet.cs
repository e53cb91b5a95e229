using System.Globalization;
using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.Lengths;

/// <summary>The list of what is already too long. It turns one way: entries get smaller or go.</summary>
public sealed class Ratchet
{
    private readonly IReadOnlyList<Measured> _listed;

    /// <summary>Reads lines of the form <c>NAME LINES</c>; <c>#</c> begins a remark.</summary>
    public Ratchet(string list) =>
        _listed = [.. LinesOf(list).Where(line => !IsRemark(line)).Select(Parse)];

    /// <summary>What is past its limit, newly too long, or listed though it need not be.</summary>
    public IEnumerable<Offence> Check(IReadOnlyList<(Measured One, Limit Limit)> measured)
    {
        var tooLong = measured.Where(entry => entry.One.Lines > entry.Limit.Argued).ToList();
        return PastTheLimit(tooLong).Concat(New(tooLong)).Concat(Gone([.. tooLong.Select(entry => entry.One)]));
    }

    /// <summary>The list as it may stand now: what got shorter is lowered, what is short enough is gone.</summary>
    public static string Turned(string list, IReadOnlyList<(Measured One, Limit Limit)> measured)
    {
        var tooLong = measured.Where(entry => entry.One.Lines > entry.Limit.Argued)
            .ToDictionary(entry => entry.One.Name, entry => entry.One.Lines);
        return string.Concat(
            from line in LinesOf(list)
            let listed = IsRemark(line) ? null : Parse(line)
            where listed is null || tooLong.ContainsKey(listed.Name)
            select listed is null ? $"{line}\n" : $"{listed.Name} {Math.Min(listed.Lines, tooLong[listed.Name])}\n");
    }

    private static string[] LinesOf(string list) =>
        list.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsRemark(string line) => line.StartsWith('#');

    private static Measured Parse(string line)
    {
        var space = line.LastIndexOf(' ');
        return new(line[..space], int.Parse(line[space..], CultureInfo.InvariantCulture));
    }

    private static IEnumerable<Offence> PastTheLimit(IEnumerable<(Measured One, Limit Limit)> tooLong) =>
        from entry in tooLong
        where entry.One.Lines > entry.Limit.Max
        select new Offence(entry.One.Name, $"{entry.One.Lines} lines; never above {entry.Limit.Max}, listed or not.");

    private IEnumerable<Offence> New(IEnumerable<(Measured One, Limit Limit)> tooLong) =>
        from entry in tooLong
        let listed = _listed.FirstOrDefault(listed => listed.Name == entry.One.Name)
        where listed is null || listed.Lines < entry.One.Lines
        let grown = listed is null ? "" : $", grown from {listed.Lines}"
        select new Offence(entry.One.Name, $"{entry.One.Lines} lines{grown}; {entry.Limit.Advice}");

    private IEnumerable<Offence> Gone(IReadOnlyList<Measured> tooLong) =>
        from entry in _listed
        let one = tooLong.FirstOrDefault(one => one.Name == entry.Name)
        where one is null || one.Lines < entry.Lines
        select new Offence(entry.Name, one is null
            ? "no longer too long: take its line out of ratchet.txt."
            : $"now {one.Lines} lines: write {one.Lines} in ratchet.txt.");
}
