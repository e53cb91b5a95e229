using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Records;

namespace Coulisse.Cli;

/// <summary>What <c>coulisse verify</c> answers of a record.</summary>
internal sealed record RecordAnswer(ExitCode Code, string Result) : VerifyAnswer(Code, Result)
{
    private ImmutableArray<RecordFinding> Findings { get; init; } = [];

    private SignedRecord? Record { get; init; }

    private ImmutableArray<Signer> Signers { get; init; } = [];

    private NotARecordReason? Reason { get; init; }

    /// <summary>Who signed, whether by one of the expected seals (null: none was named), and what speaks against
    /// it.</summary>
    private sealed record Signer(RecordSignature By, SealFingerprint Fingerprint, bool? IsExpected, RecordDoubt Doubt);

    /// <exception cref="Refusal">Too many seals were named.</exception>
    internal static RecordAnswer Of(byte[] file, ExpectedSeal[] expected, IReadOnlyList<Sealed<Recall>> recalls)
    {
        if (expected.Length > 2)
            throw new Refusal(ExitCode.Usage, "Two parties sign a record: give --seal once for each.");
        return RecordFile.Verify(file) switch
        {
            RecordVerification.Genuine genuine => Genuine(genuine.Record, expected, recalls),
            RecordVerification.Altered altered =>
                new(ExitCode.Altered, "altered") { Findings = altered.Findings },
            RecordVerification.NotARecord nothing =>
                new(ExitCode.NotReadable, "not-a-record") { Reason = nothing.Reason },
            _ => throw new UnreachableException(),
        };
    }

    private protected override IEnumerable<(string, string)>? About() =>
        Record is { } record ? AboutSignatures().Concat(AboutRecord(record)) : null;

    private protected override IEnumerable<string> Differences() => Findings.Select(finding => finding.ToString());

    private static RecordAnswer Genuine(
        SignedRecord record, ExpectedSeal[] expected, IReadOnlyList<Sealed<Recall>> recalls)
    {
        ImmutableArray<Signer> signers = [.. record.Signatures.Select(one =>
        {
            var fingerprint = SealFingerprint.Of(one.Accreditation.By.Seal);
            var isExpected = expected.Any(seal => seal.Fingerprint == fingerprint);
            // Of a party whose seal nobody named nothing was expected.
            return new Signer(one, fingerprint, isExpected || expected.Length == 2 ? isExpected : null,
                SignedRecord.DoubtOf(one, recalls));
        })];
        // A seal that is expected and did not sign is as wrong as one that signed and is not expected.
        var isByOthers = expected.Length > 0 && (signers.Count(one => one.IsExpected == true)
            < Math.Min(expected.Length, signers.Length)
            || (expected.Length == 2 && expected[0] == expected[1]));
        var isInForce = signers.All(one => one.Doubt is RecordDoubt.None or RecordDoubt.RecalledLater);
        return (isByOthers ? new RecordAnswer(ExitCode.AnotherSeal, "another-seal")
            : !record.IsCountersigned ? new(ExitCode.NotCountersigned, "not-countersigned")
            : !isInForce ? new(ExitCode.NotCountersigned, "not-in-force")
            : new(ExitCode.Success, "countersigned")) with
        { Record = record, Signers = signers };
    }

    private protected override string Heading() => Result switch
    {
        "another-seal" => "Another seal: every byte is as signed, but not by the seals you expect.",
        "not-countersigned" => "NOT COUNTERSIGNED: every byte is as signed, by one party alone.",
        "not-in-force" => "Not in force: every byte is as signed, but an accreditation did not hold then.",
        _ => "Countersigned: every byte is as both parties signed it.",
    };

    private IEnumerable<(string, string)> AboutSignatures() => Signers.SelectMany((one, index) => ((string, string)[])
    [
        (index == 0 ? "Proposed by" : "Countersigned by", $"{one.By.Accreditation.By.Party}: "
            + one.By.Accreditation.Content.OfficeIn("en")),
        ("  when", $"{SealWords.Instant(one.By.SignedAt)} by the signer's clock{WordsOf(one.Doubt)}"),
        ("  accredited", $"entry {one.By.Accreditation.Number} of the chain of the seal, "
            + $"{SealWords.Instant(one.By.Accreditation.Content.NotBefore)} to "
            + SealWords.Instant(one.By.Accreditation.Content.NotAfter)),
        ("  seal", $"{one.Fingerprint}{one.IsExpected switch
        {
            true => " (as expected)",
            false => " (NOT one you expect)",
            null => " (compare it, or give --seal)",
        }}"),
    ]);

    private static string WordsOf(RecordDoubt doubt) => doubt switch
    {
        RecordDoubt.None => "",
        RecordDoubt.NotYet => ": BEFORE the accreditation's first day",
        RecordDoubt.Expired => ": AFTER the accreditation had expired",
        RecordDoubt.Recalled => ": AFTER the accreditation was recalled by its party",
        RecordDoubt.RecalledLater => "; the accreditation was recalled later",
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<(string, string)> AboutRecord(SignedRecord record) =>
    [
        ("Between", $"{record.Terms.Parties.A} and {record.Terms.Parties.B}, room {record.Terms.Room}"),
        ("Digest", record.Terms.Body.ToString()),
        .. record.Parts.SelectMany((part, index) => part.Words.DefaultIfEmpty(new("", "")).Select(words =>
            ($"Part {index + 1}", NameOf(record, part)
                + (words.Language is "" or "und" ? "" : $" ({PlainLine.Of(words.Language)})")
                + $": {PlainLine.Of(words.Text)}"))),
    ];

    private static string NameOf(SignedRecord record, RecordPart part) => part switch
    {
        RecordPart.Subject => "subject",
        RecordPart.Minutes => "minutes",
        RecordPart.Message message => $"{PartyOf(record, message)}: {message.Author.Office}, message {message.Number}, "
            + $"{SealWords.Instant(message.Written)} by its author's clock{(message.Act.Length > 0 ? ", an act" : "")}",
        _ => throw new UnreachableException(),
    };

    private static string PartyOf(SignedRecord record, RecordPart.Message message) =>
        message.Author.Side == Wire.Lines.Side.A ? record.Terms.Parties.A : record.Terms.Parties.B;

    private protected override string Sentence() => Reason switch
    {
        NotARecordReason.Unrelated => "The file is no record; check the name.",
        NotARecordReason.TooLarge => "The file is larger than any record; check the name.",
        NotARecordReason.OtherVersion => "The file was made by another version of Coulisse; use that version.",
        NotARecordReason.BreaksRules =>
            "The signatures are genuine, but what they are on breaks the rules of a record; ask the signers.",
        _ => throw new UnreachableException(),
    };

    private protected override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("result", Result);
        if (Reason is { } reason)
            json.WriteString("reason", reason.ToString());
        RecordJson.Write(json, Findings);
        if (Record is { } record)
        {
            json.WriteStartArray("signatures");
            foreach (var one in Signers)
                RecordJson.Write(json, one.By, one.Fingerprint, one.IsExpected, one.Doubt);
            json.WriteEndArray();
            RecordJson.Write(json, record);
        }
        json.WriteEndObject();
    }
}
