using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Coulisse.Signals.Threads;

/// <summary>How blocks stand in the file: <c>[{"p":"words"},{"q":"words","at":"c:17"}]</c>.</summary>
internal static class CommentTextJson
{
    // The relaxed escaping is for size only: this JSON is never put into a page.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ImmutableArray<CommentBlock> blocks)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            json.WriteStartArray();
            foreach (var block in blocks)
                WriteOne(json, block);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static ImmutableArray<CommentBlock> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind is JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(ReadOne)]
            : throw new JsonException("A comment is no list of blocks.");
    }

    private static void WriteOne(Utf8JsonWriter json, CommentBlock block)
    {
        json.WriteStartObject();
        json.WriteString(block is CommentBlock.Quotation ? "q" : "p", block.Text);
        if (block is CommentBlock.Quotation { Place: { } place })
            json.WriteString("at", place.ToString());
        json.WriteEndObject();
    }

    private static CommentBlock ReadOne(JsonElement block)
    {
        if (block.ValueKind is not JsonValueKind.Object)
            throw new JsonException("A comment's block is no object.");
        if (block.TryGetProperty("p", out var words))
            return new CommentBlock.Paragraph(Words(words));
        if (!block.TryGetProperty("q", out words))
            throw new JsonException("A comment's block is neither a paragraph nor a quotation.");
        var place = block.TryGetProperty("at", out var at) ? QuotedPlace.Read(Words(at)) : null;
        return new CommentBlock.Quotation(Words(words), place);
    }

    private static string Words(JsonElement words)
    {
        try
        {
            return words.ValueKind is JsonValueKind.String ? words.GetString()!
                : throw new JsonException("A comment's block holds something else than words.");
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("A comment's words are no Unicode.", fault);
        }
    }
}
