using System.Collections.Immutable;
using System.Text.Json;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;

namespace Coulisse.Cli;

/// <summary>
/// The JSON of <c>coulisse verify --json</c> of a statement or a withdrawal; fields that do not apply are left out.
/// </summary>
internal static class StatementJson
{
    internal static void Write(Utf8JsonWriter json, string result, string? reason, ImmutableArray<Finding> findings,
        Statement? statement, Withdrawal? withdrawal, SealEntry? entry, SealFingerprint? fingerprint)
    {
        json.WriteStartObject();
        json.WriteString("result", result);
        if (reason is not null)
            json.WriteString("reason", reason);
        if (!findings.IsEmpty)
            WriteFindings(json, findings);
        if (statement is not null)
            WriteStatement(json, statement);
        if (withdrawal is not null)
            WriteWithdrawal(json, withdrawal);
        if (entry is not null)
            WriteSeal(json, entry, fingerprint!);
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, ImmutableArray<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("kind", finding.GetType().Name);
            json.WriteString("sentence", finding.ToString());
            if (finding is Finding.ByteChanged changed)
                WriteByte(json, changed.Place, changed.Found, changed.AsSigned);
            else if (finding is Finding.ByteInserted inserted)
                WriteByte(json, inserted.Place, inserted.Found, null);
            else if (finding is Finding.ByteMissing missing)
                WriteByte(json, missing.Place, null, missing.AsSigned);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteByte(Utf8JsonWriter json, FilePlace place, byte? found, byte? signed)
    {
        json.WriteNumber("line", place.Line);
        json.WriteNumber("byteOfLine", place.ByteOfLine);
        json.WriteNumber("offset", place.Offset);
        if (found is { } foundByte)
            json.WriteNumber("found", foundByte);
        if (signed is { } signedByte)
            json.WriteNumber("signed", signedByte);
    }

    private static void WriteStatement(Utf8JsonWriter json, Statement statement)
    {
        json.WriteStartObject("statement");
        json.WriteString("party", statement.Party);
        json.WriteString("id", statement.Id.ToString());
        json.WriteNumber("revision", statement.Revision);
        if (statement.Place is not null)
            json.WriteString("place", statement.Place);
        json.WriteStartArray("editions");
        foreach (var edition in statement.Editions)
        {
            json.WriteStartObject();
            json.WriteString("language", edition.Language);
            json.WriteString("standing", StatementFacts.Word(edition.Standing));
            json.WriteString("title", edition.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteWithdrawal(Utf8JsonWriter json, Withdrawal withdrawal)
    {
        json.WriteStartObject("withdrawal");
        json.WriteString("party", withdrawal.Party);
        json.WriteString("id", withdrawal.Id.ToString());
        json.WriteNumber("revision", withdrawal.Revision);
        json.WriteString("entry", withdrawal.Entry.ToString());
        json.WriteString("reason", withdrawal.Reason);
        json.WriteEndObject();
    }

    private static void WriteSeal(Utf8JsonWriter json, SealEntry entry, SealFingerprint fingerprint)
    {
        json.WriteStartObject("seal");
        json.WriteString("key", entry.Content.Key.ToString());
        json.WriteString("fingerprint", fingerprint.ToString());
        json.WriteNumber("entry", entry.Content.Number);
        json.WriteString("entryHash", entry.Hash().ToString());
        json.WriteString("claimedAt", entry.Content.ClaimedAt);
        json.WriteEndObject();
    }
}
