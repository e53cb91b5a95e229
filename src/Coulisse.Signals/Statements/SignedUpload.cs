using System.Collections.Immutable;
using System.Diagnostics;
using Coulisse.Signals.Items;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;
using NodaTime;

namespace Coulisse.Signals.Statements;

/// <summary>What a file that came back from the keeper of the seal comes to.</summary>
public abstract record SignedUpload
{
    private SignedUpload() { }

    /// <summary>It may be kept.</summary>
    public sealed record Fits(SignedFile File) : SignedUpload;

    /// <param name="Findings">Of an altered file: which bytes, as <c>coulisse verify</c> says it.</param>
    public sealed record Refused(SignedUploadFault Fault, ImmutableArray<string> Findings) : SignedUpload;

    /// <summary>The largest file that is taken in: the only upload there is.</summary>
    public const int FileBytesMax = 3 << 20;

    /// <param name="file">Bytes from anywhere.</param>
    /// <param name="expected">The statement as this page has it now.</param>
    /// <param name="item">The item that it was made from.</param>
    /// <param name="seal">The page's own setting.</param>
    public static SignedUpload Check(ReadOnlySpan<byte> file, Statement expected, Item item, SealPublicKey seal, Instant now)
    {
        if (file.IsEmpty)
            return Refuse(SignedUploadFault.NoFile);
        if (file.Length > FileBytesMax)
            return Refuse(SignedUploadFault.TooLarge);
        return SignedStatementFile.Verify(file, seal) switch
        {
            StatementVerification.Genuine genuine when Difference(genuine.Statement, expected) is { } fault => Refuse(fault),
            StatementVerification.Genuine genuine => new Fits(new(genuine.Statement.Revision, IsWithdrawal: false,
                [.. file], [.. seal.Key.Value.Span], now, StatementDrafts.Covers(item))),
            StatementVerification.AnotherSeal => Refuse(SignedUploadFault.AnotherSeal),
            StatementVerification.Altered altered =>
                new Refused(SignedUploadFault.Altered, [.. altered.Findings.Select(finding => finding.ToString())]),
            StatementVerification.NotAStatement { Reason: NotAStatementReason.NotSigned } => Refuse(SignedUploadFault.StillUnsigned),
            StatementVerification.NotAStatement => Refuse(SignedUploadFault.NotAStatement),
            _ => throw new UnreachableException(),
        };
    }

    private static SignedUploadFault? Difference(Statement found, Statement expected) => found switch
    {
        _ when found.Id != expected.Id => SignedUploadFault.AnotherStatement,
        _ when found.Revision != expected.Revision => SignedUploadFault.WrongRevision,
        _ when !found.Equals(expected) => SignedUploadFault.OtherWords,
        _ => null,
    };

    private static Refused Refuse(SignedUploadFault fault) => new(fault, []);
}
