using System.Diagnostics;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;

namespace Coulisse.Terminal;

/// <summary>
/// One line of a desk or a station: its files lie in the folder itself, or, of each further line, in a folder of its
/// own under <c>lines</c>. What lies in one is of that line alone, whoever the party is on the others with.
/// </summary>
/// <param name="Name">The further line's folder; empty for the first line.</param>
/// <param name="Files">Its files.</param>
/// <param name="Reading">What they come to.</param>
public sealed record LineFolder(string Name, CredenceFolder Files, LineCredenceReading Reading)
{
    /// <summary>Where further lines lie.</summary>
    public const string LinesName = "lines";

    private const int NameCharactersMax = 32;
    private const int LinesMax = 64;

    private static readonly string[] Extensions =
        [".letter", ".recognition", ".accreditation", ".enrolment", ".recall", ".order", ".chain"];

    /// <summary>The line.</summary>
    /// <exception cref="Refusal">Something is missing, with what to do.</exception>
    public LineCredence Whole => Reading switch
    {
        LineCredenceReading.Whole whole => whole.Credence,
        LineCredenceReading.Incomplete gap => throw new Refusal(ExitCode.NotReadable, Files.Advice(gap.Gap)),
        _ => throw new UnreachableException(),
    };

    /// <summary>Every line of a folder, the first one first, the others by their names.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="own">Whose it is.</param>
    public static IReadOnlyList<LineFolder> All(CredenceFolder root, PartyMark own)
    {
        ArgumentNullException.ThrowIfNull(root);
        var further = Path.Combine(root.Path, LinesName);
        return
        [
            new("", root, root.Line(own)),
            .. !Directory.Exists(further) ? (IEnumerable<LineFolder>)[] : Directory.EnumerateDirectories(further)
                .Where(path => IsName(Path.GetFileName(path))).Order(StringComparer.Ordinal).Take(LinesMax)
                .Select(path => Of(path, own)),
        ];
    }

    /// <summary>The same, all of them whole, and each with another party.</summary>
    /// <exception cref="Refusal">Something is missing, or two lines are with one party, with what to do.</exception>
    public static IReadOnlyList<LineFolder> AllWhole(CredenceFolder root, PartyMark own)
    {
        var all = All(root, own);
        var seen = new List<LineFolder>();
        foreach (var line in all)
        {
            RefuseSame(seen, line);
            seen.Add(line);
        }
        return all;
    }

    /// <summary>Makes a further line of files of credence: looked at first, and there as a whole or not at
    /// all.</summary>
    /// <param name="root">The folder of the desk or the station.</param>
    /// <param name="own">Whose it is.</param>
    /// <param name="name">What the line is called here.</param>
    /// <param name="files">The files, which stay where they are.</param>
    /// <exception cref="Refusal">They make no line; nothing is changed.</exception>
    public static LineFolder Add(CredenceFolder root, PartyMark own, string name, IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (!IsName(name))
            throw new Refusal(ExitCode.Usage, $"A line is called by 1 to {NameCharactersMax} small letters, digits and "
                + "hyphens, the first a letter, as: veldra.");
        var (lines, place) = (Path.Combine(root.Path, LinesName), Path.Combine(root.Path, LinesName, name));
        if (Path.Exists(place))
            throw new Refusal(ExitCode.NotWritten, $"{place} is there already: put a newer letter, recognition or "
                + "accreditation of that line into it; or choose another name.");
        var begun = Path.Combine(lines, $".{name}");
        if (!Directory.Exists(lines))
            PrivateFolder.Make(lines);
        if (Directory.Exists(begun))
            Directory.Delete(begun, recursive: true); // of a verb that was cut off: no line is called so
        PrivateFolder.Make(begun);
        try
        {
            foreach (var file in files)
                Copy(file, begun);
            var made = Of(begun, own);
            RefuseSame(AllWhole(root, own), made);
            Directory.Move(begun, place);
            return Of(place, own);
        }
        finally
        {
            if (Directory.Exists(begun))
                Directory.Delete(begun, recursive: true);
        }
    }

    private static LineFolder Of(string path, PartyMark own) =>
        new(Path.GetFileName(path), new(path), new CredenceFolder(path).Line(own));

    private static void Copy(string file, string into)
    {
        if (!Extensions.Contains(Path.GetExtension(file)))
            throw new Refusal(ExitCode.Usage, $"{file} is no file of credence: those end in "
                + $"{string.Join(", ", Extensions)}.");
        OutputFile.WritePrivate(Path.Combine(into, Path.GetFileName(file)), InputFile.Read(file, FileBytesMax));
    }

    private const int FileBytesMax = 16 * 1024 * 1024; // a seal's chain

    private static void RefuseSame(IEnumerable<LineFolder> lines, LineFolder other)
    {
        var with = other.Whole.Seals;
        foreach (var line in lines)
        {
            if (line.Whole.Seals.Others.Any(one => with.Others.Any(mark => mark.Party == one.Party
                || mark.Seal == one.Seal)))
                throw new Refusal(ExitCode.NotReadable, $"{line.Files.Path} and {other.Files.Path} are both of a line "
                    + $"with {with.Other!.Party}, or with one seal under two names. Of one party there is one line: "
                    + "take one of the two away.");
        }
    }

    private static bool IsName(string name) => name.Length is > 0 and <= NameCharactersMax
        && char.IsAsciiLetterLower(name[0])
        && name.All(one => char.IsAsciiLetterLower(one) || char.IsAsciiDigit(one) || one == '-');
}
