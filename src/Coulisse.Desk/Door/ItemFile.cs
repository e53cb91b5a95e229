using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Coulisse.Desk.Door;

/// <summary>Texts for the open as an item file, which the page of one's own side takes up as a draft of a statement; as
/// protocol/item-file.md says it.</summary>
internal sealed record ItemFile(string Kind, string Original, IReadOnlyList<ItemEdition> Editions)
{
    private const int TitleCharactersMax = 300;

    private static readonly ItemFileJson Json = new(new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    /// <summary>Both sides have agreed to each of the languages of a signal: none is a translation of
    /// another.</summary>
    internal static byte[] Of(IReadOnlyList<OpenTextAnswer> texts) => JsonSerializer.SerializeToUtf8Bytes(
        new ItemFile("statement", texts[0].Language,
            [.. texts.Select(one => EditionOf(one.Language, one.Text.ReplaceLineEndings("\n").Trim()))]),
        Json.ItemFile);

    private static ItemEdition EditionOf(string language, string text)
    {
        var lines = text.Split('\n', 2);
        var title = lines[0].Trim();
        var isHeading = lines.Length == 2 && title.Length <= TitleCharactersMax;
        return new(language, "authentic", title.Length <= TitleCharactersMax ? title : Begin(title) + "…",
            (isHeading ? lines[1] : text).Split("\n\n", StringSplitOptions.TrimEntries
                | StringSplitOptions.RemoveEmptyEntries));
    }

    // Between words where there are any, and never within a character.
    private static string Begin(string line)
    {
        var cut = line.LastIndexOf(' ', TitleCharactersMax - 2);
        cut = cut > 0 ? cut : TitleCharactersMax - 2;
        return line[..(char.IsLowSurrogate(line[cut]) ? cut - 1 : cut)].TrimEnd();
    }
}

/// <summary>A text in one language.</summary>
internal sealed record ItemEdition(string Language, string Standing, string Title, IReadOnlyList<string> Body);

/// <summary>How it is written.</summary>
[JsonSerializable(typeof(ItemFile))]
internal sealed partial class ItemFileJson : JsonSerializerContext;
