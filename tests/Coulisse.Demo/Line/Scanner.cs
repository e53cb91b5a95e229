using System.Text;

namespace Coulisse.Demo.Line;

/// <summary>
/// Looks for what was said in everything that the two stations have: their folders, their logs, and every bundle as it
/// was before TLS. It first shows on a planted copy that it finds what is there.
/// </summary>
internal static class Scanner
{
    private const int ShortestBytes = 12; // of less, a hit would say nothing

    /// <summary>How many of these words are somewhere in a station's files.</summary>
    /// <exception cref="StageException">The scanner does not find what was planted, or there is nothing to look
    /// at.</exception>
    public static int Count(TwoParties parties, IEnumerable<byte[]> words, string bundles)
    {
        var wanted = words.SelectMany(Forms).Where(one => one.Length >= ShortestBytes).ToList();
        var planted = Path.Combine(parties.Folder, "planted.db");
        File.WriteAllBytes(planted, [.. new byte[777], .. wanted[0], .. new byte[99]]);
        if (CountIn(planted, wanted) == 0)
            throw new StageException("The scanner does not find what was planted; its count would mean nothing.");
        File.Delete(planted);
        var files = parties.Parties.SelectMany(party =>
            Directory.GetFiles(Path.Combine(parties.Folder, party.StationFolder)).Append(party.Station.Log)).ToList();
        var kept = Directory.GetFiles(bundles, "*", SearchOption.AllDirectories);
        if (kept.Length == 0)
            throw new StageException("No bundle was kept, so none could be looked at.");
        return files.Concat(kept).Sum(file => CountIn(file, wanted));
    }

    private static int CountIn(string file, List<byte[]> wanted)
    {
        var bytes = File.ReadAllBytes(file);
        return wanted.Count(one => bytes.AsSpan().IndexOf(one) >= 0);
    }

    // Long words are looked for by a piece, in case they were cut; and in the form that .NET's own strings have.
    private static IEnumerable<byte[]> Forms(byte[] words)
    {
        var piece = words.Length <= 48 ? words : words[8..48];
        yield return piece;
        yield return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(piece).Trim('�'));
    }
}
