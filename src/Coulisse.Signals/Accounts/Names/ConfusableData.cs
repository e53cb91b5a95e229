using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Coulisse.Signals.Accounts.Names;

/// <summary>The two tables beside this file, read once: what looks like what, and which scripts a letter has.</summary>
internal static class ConfusableData
{
    private static readonly Lazy<FrozenDictionary<int, string>> Prototypes = new(ReadPrototypes);
    private static readonly Lazy<ScriptRange[]> Ranges = new(ReadRanges);

    /// <summary>The prototype of a character, or null when it is its own.</summary>
    internal static string? Prototype(Rune rune) => Prototypes.Value.GetValueOrDefault(rune.Value);

    /// <summary>The scripts a recommended letter, mark or digit is used in; null for every other character.</summary>
    internal static IReadOnlySet<string>? Scripts(Rune rune)
    {
        var ranges = Ranges.Value;
        var (low, high) = (0, ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (rune.Value < ranges[middle].First)
                high = middle - 1;
            else if (rune.Value > ranges[middle].Last)
                low = middle + 1;
            else
                return ranges[middle].Scripts;
        }
        return null;
    }

    private static FrozenDictionary<int, string> ReadPrototypes() => Lines("confusables.txt").ToFrozenDictionary(
        line => Hex(line[0]),
        line => string.Concat(line.Skip(1).Select(code => char.ConvertFromUtf32(Hex(code)))));

    private static ScriptRange[] ReadRanges() => [.. Lines("allowed.txt").Select(line =>
    {
        var ends = line[0].Split("..");
        return new ScriptRange(Hex(ends[0]), Hex(ends[^1]), line.Skip(1).ToFrozenSet());
    })];

    private static IEnumerable<string[]> Lines(string file)
    {
        var type = typeof(ConfusableData);
        using var stream = type.Assembly.GetManifestResourceStream(type, file)
            ?? throw new InvalidOperationException($"The program was built without {file}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split(' ');
        }
    }

    private static int Hex(string code) =>
        int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private sealed record ScriptRange(int First, int Last, FrozenSet<string> Scripts);
}
