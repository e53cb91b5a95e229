using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Coulisse.Signals.Claims;

namespace Coulisse.Signals.Exchange;

/// <summary>A whole item as JSON: kind, editions, claims; what <c>coulisse page import FILE.json</c> reads.</summary>
/// <remarks>The form is described in <c>protocol/item-file.md</c>. Unknown members are refused: a misspelt one would be lost in silence.</remarks>
public sealed record ItemFile(string Kind, string? Original, string? OriginalAddress, ImmutableArray<ItemFile.Edition> Editions,
    ImmutableArray<ItemFile.Claim> Claims)
{
    /// <summary>Larger files are refused.</summary>
    public const int BytesMax = 8 << 20;

    /// <param name="Standing">authentic, official-translation or machine.</param>
    /// <param name="Body">Markdown blocks; joined by blank lines.</param>
    /// <param name="Source">The language this was translated from.</param>
    public sealed record Edition(string Language, string Standing, string Title, ImmutableArray<string> Body, string? Source,
        string? Engine, DateTimeOffset? Made);

    /// <param name="Hedge">stated, according-to, reported, denied or presumed.</param>
    public sealed record Claim(string Language, string Words, string Speaker, string? Source, ImmutableArray<string> Chain, string Hedge);

    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = false,
        MaxDepth = 8,
    };

    /// <summary>Null and a sentence when the bytes are no item file.</summary>
    public static ItemFile? Read(ReadOnlySpan<byte> bytes, out string? refusal)
    {
        try
        {
            var file = JsonSerializer.Deserialize<ItemFile>(bytes, Shape);
            refusal = file is null ? "The file says nothing." : ItemFileRules.Refusal(file);
            return refusal is null ? file : null;
        }
        catch (JsonException fault)
        {
            refusal = $"The file is not an item file: look at line {fault.LineNumber + 1}, {fault.Path}.";
            return null;
        }
    }

    /// <summary>The hedge a word stands for, or null.</summary>
    internal static Hedge? HedgeOf(string word) =>
        Enum.GetValues<Hedge>().Cast<Hedge?>().FirstOrDefault(hedge => Feeds.EditionJson.HedgeWord(hedge!.Value) == word);
}
