using System.Collections.Immutable;
using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Signals.Items;
using Coulisse.Wire.Statements;
using NodaTime;

namespace Coulisse.Signals.Statements;

/// <summary>What a file comes to that is brought as the seal's withdrawal of a statement.</summary>
public abstract record WithdrawalUpload
{
    private WithdrawalUpload() { }

    /// <summary>It may be kept, and the statement is withdrawn for its reason.</summary>
    public sealed record Fits(SignedFile File, string Reason) : WithdrawalUpload;

    /// <param name="Findings">Of an altered file: which bytes, as <c>coulisse verify</c> says it.</param>
    public sealed record Refused(WithdrawalUploadFault Fault, ImmutableArray<string> Findings) : WithdrawalUpload;

    /// <param name="file">Bytes from anywhere.</param>
    /// <param name="latest">The latest signed file of the statement as this page keeps it. Its seal is the one that
    /// counts: the page's setting may name a newer one.</param>
    public static WithdrawalUpload Check(ReadOnlySpan<byte> file, SignedFile latest, Instant now)
    {
        ArgumentNullException.ThrowIfNull(latest);
        if (file.IsEmpty)
            return Refuse(WithdrawalUploadFault.NoFile);
        if (file.Length > SignedUpload.FileBytesMax)
            return Refuse(WithdrawalUploadFault.TooLarge);
        var statement = SignedStatementFile.Verify(latest.Bytes.AsSpan()) as StatementVerification.Genuine
            ?? throw new ArgumentException("A kept signed file is genuine.", nameof(latest));
        return WithdrawalFile.Verify(file, statement.Key) switch
        {
            WithdrawalVerification.Genuine genuine when Difference(genuine.Withdrawal, statement) is { } fault =>
                Refuse(fault),
            WithdrawalVerification.Genuine genuine => new Fits(new(latest.Revision, IsWithdrawal: true, [.. file],
                latest.Seal, now, latest.Covers), genuine.Withdrawal.Reason),
            WithdrawalVerification.AnotherSeal => Refuse(WithdrawalUploadFault.AnotherSeal),
            WithdrawalVerification.Altered altered => new Refused(WithdrawalUploadFault.Altered,
                [.. altered.Findings.Select(finding => finding.ToString())]),
            WithdrawalVerification.NotAWithdrawal { Reason: NotAStatementReason.OtherKind } =>
                Refuse(WithdrawalUploadFault.TheStatementItself),
            WithdrawalVerification.NotAWithdrawal => Refuse(WithdrawalUploadFault.NotAWithdrawal),
            _ => throw new UnreachableException(),
        };
    }

    private static WithdrawalUploadFault? Difference(Withdrawal found, StatementVerification.Genuine statement) =>
        found switch
        {
            _ when found.Id != statement.Statement.Id => WithdrawalUploadFault.AnotherStatement,
            _ when found.Revision != statement.Statement.Revision => WithdrawalUploadFault.AnotherRevision,
            _ when found.Entry != statement.Entry.Hash() => WithdrawalUploadFault.AnotherSigning,
            _ => null,
        };

    private static Refused Refuse(WithdrawalUploadFault fault) => new(fault, []);
}
