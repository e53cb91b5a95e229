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
        return [.. document.RootElement.EnumerateArray().Select(ReadOne)];
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
        if (block.TryGetProperty("p", out var words))
            return new CommentBlock.Paragraph(Words(words));
        if (!block.TryGetProperty("q", out words))
            throw new JsonException("A comment's block is neither a paragraph nor a quotation.");
        return new CommentBlock.Quotation(Words(words), block.TryGetProperty("at", out var at) ? QuotedPlace.Read(at.GetString()) : null);
    }

    private static string Words(JsonElement words) => words.GetString() ?? throw new JsonException("A comment's block has no words.");
}
