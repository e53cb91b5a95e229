using System.Collections.Immutable;
using System.Text.Json;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Records;
using Coulisse.Wire.Statements;

namespace Coulisse.Cli;

/// <summary>The JSON of <c>coulisse verify --json</c> of a record; fields that do not apply are left out.</summary>
internal static class RecordJson
{
    internal static void Write(Utf8JsonWriter json, ImmutableArray<RecordFinding> findings)
    {
        if (findings.IsEmpty)
            return;
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("sentence", finding.ToString());
            if (finding is RecordFinding.Differs differs)
                Write(json, differs);
            else if (finding is RecordFinding.PartMissing missing)
            {
                json.WriteString("kind", nameof(RecordFinding.PartMissing));
                json.WriteNumber("part", missing.Part);
                json.WriteNumber("offset", missing.Offset);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter json, RecordSignature by, SealFingerprint fingerprint, bool? isExpected,
        RecordDoubt doubt)
    {
        json.WriteStartObject();
        json.WriteString("party", by.Accreditation.By.Party);
        json.WriteString("office", by.Accreditation.Content.OfficeIn("en"));
        json.WriteString("signedAt", by.SignedAt);
        json.WriteNumber("accreditation", by.Accreditation.Number);
        json.WriteString("key", by.Accreditation.By.Seal.ToString());
        json.WriteString("fingerprint", fingerprint.ToString());
        if (isExpected is { } expected)
            json.WriteBoolean("isExpected", expected);
        json.WriteString("doubt", doubt.ToString());
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, SignedRecord record)
    {
        json.WriteString("room", record.Terms.Room.ToString());
        json.WriteString("digest", record.Terms.Body.ToString());
        json.WriteStartArray("parts");
        foreach (var part in record.Parts)
        {
            json.WriteStartObject();
            json.WriteString("kind", part.GetType().Name);
            if (part is RecordPart.Message message)
            {
                json.WriteString("party", message.Author.Side == Wire.Lines.Side.A ? record.Terms.Parties.A
                    : record.Terms.Parties.B);
                json.WriteString("office", message.Author.Office);
                json.WriteNumber("number", message.Number);
                json.WriteString("written", message.Written);
                json.WriteString("message", message.Name.ToString());
            }
            json.WriteStartArray("words");
            foreach (var words in part.Words)
            {
                json.WriteStartObject();
                json.WriteString("language", words.Language);
                json.WriteString("text", words.Text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, RecordFinding.Differs differs)
    {
        json.WriteString("kind", differs.What.GetType().Name);
        json.WriteString("field", differs.Field);
        if (differs.Part is { } part)
            json.WriteNumber("part", part);
        FilePlace? place = differs.What switch
        {
            Finding.ByteChanged one => one.Place,
            Finding.ByteInserted one => one.Place,
            Finding.ByteMissing one => one.Place,
            Finding.BytesChanged one => one.From,
            _ => null,
        };
        if (place is not { } at)
            return;
        json.WriteNumber("line", at.Line);
        json.WriteNumber("byteOfLine", at.ByteOfLine);
        json.WriteNumber("offset", at.Offset);
    }
}
