using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;

namespace Coulisse.Terminal;

/// <summary>A folder into which people put files of credence; only the kinds that are asked for are read.</summary>
/// <param name="Path">Where it is.</param>
public sealed record CredenceFolder(string Path)
{
    private const int FilesMax = 2_000;

    /// <summary>Every whole file of a kind, in the order of the names; what is no such file is passed over.</summary>
    /// <param name="extension">With its full stop.</param>
    /// <exception cref="Refusal">A file cannot be read.</exception>
    public IReadOnlyList<T> All<T>(string extension)
        where T : class, ICredenceFile<T> =>
        [.. Directory.EnumerateFiles(Path, "*" + extension).Order(StringComparer.Ordinal).Take(FilesMax)
            .Select(CredenceInput.Find<T>).OfType<T>()];

    /// <summary>What the letters and recognitions in it say of a line.</summary>
    public LineCredenceReading Line(PartyMark own) =>
        LineCredence.From(own, All<Sealed<Letter>>(".letter"), All<Sealed<Recognition>>(".recognition"));

    /// <summary>What a person does about a gap.</summary>
    public string Advice(LineCredenceGap gap) => gap switch
    {
        LineCredenceGap.OwnLetter =>
            $"Put your own party's letter of credence into {Path}, as the other side was given it.",
        LineCredenceGap.Recognition =>
            $"Put the recognition of the other party into {Path}; it is made with: coulisse recognise",
        LineCredenceGap.OtherLetter =>
            $"Put the other party's letter of credence into {Path}, the one whose seal was recognised.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
