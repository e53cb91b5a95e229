using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.Lengths;

/// <summary>The list of those already too long. It turns one way: entries get smaller or go.</summary>
public sealed class Ratchet
{
    public const int FileLinesArgued = 250;
    public const int FileLinesMax = 400;
    public const int MethodLinesArgued = 40;
    public const int MethodLinesMax = 60;

    private readonly IReadOnlyList<Measured> _listed;

    /// <summary>Reads lines of the form <c>path 263</c> and <c>path Type.Method 45</c>; <c>#</c> begins a remark.</summary>
    public Ratchet(string list) =>
        _listed = [.. list.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => new Measured(line[..line.LastIndexOf(' ')], int.Parse(line[(line.LastIndexOf(' ') + 1)..],
                System.Globalization.CultureInfo.InvariantCulture)))];

    public IEnumerable<Offence> Check(IReadOnlyList<Measured> files, IReadOnlyList<Measured> methods)
    {
        var tooLong = files.Where(file => file.Lines > FileLinesArgued)
            .Concat(methods.Where(method => method.Lines > MethodLinesArgued)).ToList();
        return PastTheLimit(files, FileLinesMax)
            .Concat(PastTheLimit(methods, MethodLinesMax))
            .Concat(New(tooLong))
            .Concat(Gone(tooLong));
    }

    private static IEnumerable<Offence> PastTheLimit(IEnumerable<Measured> measured, int max) =>
        measured.Where(one => one.Lines > max)
            .Select(one => new Offence(one.Name, $"{one.Lines} lines; never above {max}, listed or not. Cut it."));

    private IEnumerable<Offence> New(IEnumerable<Measured> tooLong) =>
        from one in tooLong
        let listed = _listed.FirstOrDefault(entry => entry.Name == one.Name)
        where listed is null || listed.Lines < one.Lines
        select new Offence(one.Name, $"{one.Lines} lines{(listed is null ? "" : $", grown from {listed.Lines}")}. Cut it: "
            + $"files aim under {FileLinesArgued}, methods under {MethodLinesArgued}.");

    private IEnumerable<Offence> Gone(IReadOnlyList<Measured> tooLong) =>
        from entry in _listed
        let one = tooLong.FirstOrDefault(one => one.Name == entry.Name)
        where one is null || one.Lines < entry.Lines
        select new Offence(entry.Name, one is null
            ? "no longer too long: take its line out of ratchet.txt."
            : $"now {one.Lines} lines: write {one.Lines} in ratchet.txt.");
}
