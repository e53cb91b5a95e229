using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;

namespace Coulisse.Cli;

/// <summary>What <c>coulisse verify</c> answers of a statement or a notice of withdrawal.</summary>
internal sealed record StatementAnswer(ExitCode Code, string Result) : VerifyAnswer(Code, Result)
{
    private ImmutableArray<Finding> Findings { get; init; } = [];

    private SealEntry? Entry { get; init; }

    private SealFingerprint? Fingerprint { get; init; }

    private Statement? Statement { get; init; }

    private Withdrawal? Withdrawal { get; init; }

    private NotAStatementReason? Reason { get; init; }

    /// <exception cref="Refusal">Several seals were named, or recalls.</exception>
    internal static StatementAnswer Of(byte[] file, ExpectedSeal[] expected, bool hasRecalls) =>
        expected.Length > 1 ? throw new Refusal(ExitCode.Usage, "One seal signs a statement: give --seal once.")
        : hasRecalls ? throw new Refusal(ExitCode.Usage, "A seal signs a statement itself, by no accreditation: "
            + "leave --recall out.")
        : Of(file, expected.FirstOrDefault());

    private static StatementAnswer Of(byte[] file, ExpectedSeal? expected) => SignedStatementFile.Verify(file) switch
    {
        StatementVerification.Genuine genuine =>
            Genuine(genuine.Entry, genuine.Fingerprint, expected) with { Statement = genuine.Statement },
        StatementVerification.Altered altered => Altered(altered.Findings),
        StatementVerification.NotAStatement { Reason: NotAStatementReason.OtherKind } => OfWithdrawal(file, expected),
        StatementVerification.NotAStatement nothing => Nothing(nothing.Reason),
        _ => throw new UnreachableException(),
    };

    private protected override IEnumerable<(string, string)>? About() =>
        Entry is { } entry ? AboutText().Concat(AboutSeal(entry)) : null;

    private protected override IEnumerable<string> Differences() => Findings.Select(finding => finding.ToString());

    private protected override void WriteJson(Utf8JsonWriter json) =>
        StatementJson.Write(json, Result, Reason?.ToString(), Findings, Statement, Withdrawal, Entry, Fingerprint);

    private static StatementAnswer OfWithdrawal(byte[] file, ExpectedSeal? expected) =>
        WithdrawalFile.Verify(file) switch
        {
            WithdrawalVerification.Genuine genuine =>
                Genuine(genuine.Entry, genuine.Fingerprint, expected) with { Withdrawal = genuine.Withdrawal },
            WithdrawalVerification.NotAWithdrawal nothing => Nothing(nothing.Reason),
            _ => throw new UnreachableException(),
        };

    private static StatementAnswer Genuine(SealEntry entry, SealFingerprint fingerprint, ExpectedSeal? expected) =>
        (expected is null || expected.Fingerprint == fingerprint
            ? new StatementAnswer(ExitCode.Success, "genuine")
            : new StatementAnswer(ExitCode.AnotherSeal, "another-seal")) with
        { Entry = entry, Fingerprint = fingerprint };

    private static StatementAnswer Altered(ImmutableArray<Finding> findings) =>
        new(ExitCode.Altered, "altered") { Findings = findings };

    private static StatementAnswer Nothing(NotAStatementReason reason) =>
        new(ExitCode.NotReadable, "not-a-statement") { Reason = reason };

    private protected override string Heading() => Code == ExitCode.AnotherSeal
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

    private protected override string Sentence() => Reason switch
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
