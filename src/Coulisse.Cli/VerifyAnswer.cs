using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;

namespace Coulisse.Cli;

/// <summary>What <c>coulisse verify</c> answers, ready for words or JSON.</summary>
internal sealed record VerifyAnswer(ExitCode Code, string Result)
{
    private ImmutableArray<Finding> Findings { get; init; } = [];

    private SealEntry? Entry { get; init; }

    private SealFingerprint? Fingerprint { get; init; }

    private Statement? Statement { get; init; }

    private Withdrawal? Withdrawal { get; init; }

    private NotAStatementReason? Reason { get; init; }

    internal static VerifyAnswer Of(byte[] file, ExpectedSeal? expected) => SignedStatementFile.Verify(file) switch
    {
        StatementVerification.Genuine genuine =>
            Genuine(genuine.Entry, genuine.Fingerprint, expected) with { Statement = genuine.Statement },
        StatementVerification.Altered altered => Altered(altered.Findings),
        StatementVerification.NotAStatement { Reason: NotAStatementReason.OtherKind } => OfWithdrawal(file, expected),
        StatementVerification.NotAStatement nothing => Nothing(nothing.Reason),
        _ => throw new UnreachableException(),
    };

    internal void WriteWords()
    {
        if (Entry is { } entry)
            Facts.Write(Heading(), [.. AboutText(), .. AboutSeal(entry)]);
        else if (Code == ExitCode.Altered)
            Facts.Write("Altered: this is not what was signed.",
                Findings.Select((finding, index) => ($"{index + 1}", finding.ToString())));
        else
            throw new Refusal(Code, Sentence());
    }

    internal void WriteJson(TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
            VerifyJson.Write(json, Result, Reason?.ToString(), Findings, Statement, Withdrawal, Entry, Fingerprint);
        output.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static VerifyAnswer OfWithdrawal(byte[] file, ExpectedSeal? expected) => WithdrawalFile.Verify(file) switch
    {
        WithdrawalVerification.Genuine genuine =>
            Genuine(genuine.Entry, genuine.Fingerprint, expected) with { Withdrawal = genuine.Withdrawal },
        WithdrawalVerification.NotAWithdrawal nothing => Nothing(nothing.Reason),
        _ => throw new UnreachableException(),
    };

    private static VerifyAnswer Genuine(SealEntry entry, SealFingerprint fingerprint, ExpectedSeal? expected) =>
        (expected is null || expected.Fingerprint == fingerprint
            ? new VerifyAnswer(ExitCode.Success, "genuine")
            : new VerifyAnswer(ExitCode.AnotherSeal, "another-seal")) with
        { Entry = entry, Fingerprint = fingerprint };

    private static VerifyAnswer Altered(ImmutableArray<Finding> findings) =>
        new(ExitCode.Altered, "altered") { Findings = findings };

    private static VerifyAnswer Nothing(NotAStatementReason reason) =>
        new(ExitCode.NotReadable, "not-a-statement") { Reason = reason };

    private string Heading() => Code == ExitCode.AnotherSeal
        ? "Another seal: every byte is as signed, but not by the seal you expect."
        : "Genuine: every byte is as this seal signed it.";

    private IEnumerable<(string, string)> AboutText() => (Statement, Withdrawal) switch
    {
        ({ } statement, _) => [("Party", statement.Party), .. StatementFacts.Of(statement)],
        (_, { } withdrawal) =>
        [
            ("Party", withdrawal.Party),
            ("Withdraws", $"statement {withdrawal.Id}, revision {withdrawal.Revision}"),
            ("Reason", withdrawal.Reason),
        ],
        _ => throw new UnreachableException(),
    };

    private IEnumerable<(string, string)> AboutSeal(SealEntry entry) =>
    [
        ("Signed", $"{SealWords.Instant(entry.Content.ClaimedAt)} by the signer's clock"),
        ("Entry", $"{entry.Content.Number} of the seal's chain"),
        ("Seal", entry.Content.Key.ToString()),
        ("Fingerprint", Fingerprint!.ToString()),
    ];

    private string Sentence() => Reason switch
    {
        NotAStatementReason.Empty => "The file is empty; get it again.",
        NotAStatementReason.TooLarge => "The file is larger than any statement; check the name.",
        NotAStatementReason.Unrelated => "The file is no signed statement; check the name.",
        NotAStatementReason.NotSigned =>
            "The file is a statement that nobody has signed yet; sign it with: coulisse statement sign",
        NotAStatementReason.OtherVersion => "The file was signed with another version of Coulisse; use that version.",
        NotAStatementReason.BreaksRules =>
            "The seal is genuine, but what it is on breaks the rules of a statement; ask the signer.",
        _ => throw new UnreachableException(),
    };
}
