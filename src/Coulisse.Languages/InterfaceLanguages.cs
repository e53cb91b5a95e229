using System.Collections.Immutable;
using System.Globalization;

namespace Coulisse.Languages;

/// <summary>The languages of the interface: a file each, read once at start. A file more is a language more.</summary>
public sealed class InterfaceLanguages
{
    /// <summary>What every other file is measured against, and spoken when nothing else is asked.</summary>
    public const string DefaultCode = "en";

    public const int FilesMax = 64;
    public const int FileBytesMax = 1 << 20;
    public const int AcceptLanguageCharsMax = 1_000;

    private const int TagCharsMax = 35; // RFC 5646 §4.4.1; what is longer is cut back at each hyphen in vain.

    private InterfaceLanguages(ImmutableArray<InterfaceLanguage> all) => All = all;

    /// <summary>The folder beside the program that holds the language files.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "Languages", "Phrases");

    /// <summary>English first, the others by code.</summary>
    public ImmutableArray<InterfaceLanguage> All { get; }

    public InterfaceLanguage Default => All[0];

    /// <summary>Reads every <c>*.json</c> of a folder.</summary>
    /// <exception cref="InvalidDataException">A file is damaged, or differs from English in keys or values; the
    /// message lists everything that is wrong, a line each.</exception>
    public static InterfaceLanguages Load(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder of language files at {folder}.");
        var paths = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToArray();
        if (paths.Length > FilesMax)
            throw new InvalidDataException($"{folder} has {paths.Length} language files; at most {FilesMax} are read.");
        var problems = new List<string>();
        var read = paths.Select(path => Read(path, problems)).OfType<InterfaceLanguage>().ToArray();
        var english = Array.Find(read, l => l.Code == DefaultCode);
        if (english is null)
            problems.Add($"{DefaultCode}.json is missing or damaged; every other file is measured against it");
        else
            problems.AddRange(read.Where(l => l != english).SelectMany(l => Differences(english, l)));
        if (problems.Count > 0)
            throw new InvalidDataException(string.Join('\n', ["The language files need mending:", .. problems]));
        return new([.. read.OrderBy(l => l != english).ThenBy(l => l.Code, StringComparer.Ordinal)]);
    }

    /// <summary>The language with exactly this code (case aside), or none.</summary>
    public InterfaceLanguage? Find(string? code) =>
        All.FirstOrDefault(l => string.Equals(l.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The best of our languages for an <c>Accept-Language</c> header; the default when none fits.</summary>
    /// <remarks>RFC 9110 §12.5.4, with the lookup of RFC 4647 §3.4: "fr-CA" is content with "fr". A header that
    /// is longer than <see cref="AcceptLanguageCharsMax"/> or malformed asks for nothing.</remarks>
    public InterfaceLanguage Negotiate(string? acceptLanguage)
    {
        if (acceptLanguage is null || acceptLanguage.Length > AcceptLanguageCharsMax)
            return Default;
        var wishes = acceptLanguage.Split(',').Select(ParseWish)
            .Where(w => w.Weight > 0 && w.Tag.Length <= TagCharsMax).OrderByDescending(w => w.Weight);
        foreach (var (tag, _) in wishes)
        {
            if (tag == "*")
                return Default;
            for (var range = tag; range.Length > 0; range = range[..Math.Max(0, range.LastIndexOf('-'))])
            {
                if (Find(range) is { } found)
                    return found;
            }
        }
        return Default;
    }

    private static (string Tag, double Weight) ParseWish(string wish)
    {
        var parts = wish.Split(';', StringSplitOptions.TrimEntries);
        if (parts.Length == 1)
            return (parts[0], 1);
        return parts[1].StartsWith("q=", StringComparison.OrdinalIgnoreCase) && double.TryParse(
            parts[1].AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            ? (parts[0], weight)
            : ("", 0);
    }

    private static InterfaceLanguage? Read(string path, List<string> problems)
    {
        var name = Path.GetFileName(path);
        if (new FileInfo(path).Length > FileBytesMax)
        {
            problems.Add($"{name} is larger than {FileBytesMax} bytes");
            return null;
        }
        var reader = new LanguageReader(name);
        var language = reader.Read(File.ReadAllBytes(path));
        problems.AddRange(reader.Problems);
        return language;
    }

    private static IEnumerable<string> Differences(InterfaceLanguage english, InterfaceLanguage other)
    {
        foreach (var key in english.Keys.Except(other.Keys))
            yield return $"{other.Code}.json lacks \"{key}\"";
        foreach (var key in other.Keys.Except(english.Keys))
            yield return $"{other.Code}.json has \"{key}\", which English has not";
        foreach (var code in english.NamedLanguages.Except(other.NamedLanguages))
            yield return $"{other.Code}.json has no name for the language \"{code}\"";
        foreach (var key in english.Keys.Intersect(other.Keys))
        {
            var (ours, theirs) = (english.Forms(key), other.Forms(key));
            if (ours.Counts != theirs.Counts)
                yield return $"{other.Code}.json, \"{key}\": only one of this and English has plural forms";
            else if (!ours.Names.SetEquals(theirs.Names))
                yield return $"{other.Code}.json, \"{key}\" must take the values {{{string.Join("}, {", ours.Names)}}}";
        }
    }
}
