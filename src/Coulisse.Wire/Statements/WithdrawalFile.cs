using System.Diagnostics;
using System.Globalization;
using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Statements;

/// <summary>
/// A notice of withdrawal with its seal, built and checked as a signed statement is: <c>protocol/statement.md</c>.
/// </summary>
public static class WithdrawalFile
{
    private const string Heading = "COULISSE WITHDRAWAL 1";

    /// <summary>
    /// Signs a notice for a genuine statement of the same seal; the same notice again gives the same file.
    /// </summary>
    /// <exception cref="ArgumentException">The statement is another seal's, or the reason is not one plain
    /// line.</exception>
    public static byte[] Sign(
        StatementVerification.Genuine statement, string reason, Seal seal, SealChainFile chain,
            DateTimeOffset claimedAt)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(seal);
        ArgumentNullException.ThrowIfNull(chain);
        if (statement.Key != seal.PublicKey || !Withdrawal.IsReason(reason))
            throw new ArgumentException("Check the seal and the reason before a withdrawal is signed.",
                nameof(statement));
        var text = Write(
            new(seal.Party, statement.Statement.Id, statement.Statement.Revision, statement.Entry.Hash(), reason));
        var entry = chain.Continue(seal, SealEntryKind.StatementWithdrawn, Piece.BodyOf(Piece.Cut(text)), claimedAt);
        return SealedFile.Write(text, entry);
    }

    /// <summary>Checks any bytes whatever; never throws, and takes at most about a second.</summary>
    public static WithdrawalVerification Verify(ReadOnlySpan<byte> file) => SealedFile.Read(file) switch
    {
        SealedText.Sealed found => Read(found),
        SealedText.Altered altered => new WithdrawalVerification.Altered(altered.Findings),
        SealedText.NotSealed nothing => new WithdrawalVerification.NotAWithdrawal(nothing.Reason),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// The same; a file that is genuine by any other seal than the expected one is <c>AnotherSeal</c>.
    /// </summary>
    public static WithdrawalVerification Verify(ReadOnlySpan<byte> file, SealPublicKey expected) => Verify(file) switch
    {
        WithdrawalVerification.Genuine genuine when genuine.Key != expected =>
            new WithdrawalVerification.AnotherSeal(genuine, expected),
        var verification => verification,
    };

    private static WithdrawalVerification Read(SealedText.Sealed found)
    {
        if (found.Entry.Content.Kind != SealEntryKind.StatementWithdrawn)
            return new WithdrawalVerification.NotAWithdrawal(NotAStatementReason.OtherKind);
        return Parse(found.Text.Span) is { } withdrawal && withdrawal.Party == found.Entry.Content.Party
            ? new WithdrawalVerification.Genuine(withdrawal, found.Entry)
            : new WithdrawalVerification.NotAWithdrawal(NotAStatementReason.BreaksRules);
    }

    private static byte[] Write(Withdrawal withdrawal) => Encoding.UTF8.GetBytes(
        $"{Heading}\nParty: {withdrawal.Party}\nStatement: {withdrawal.Id}\n"
        + string.Create(CultureInfo.InvariantCulture, $"Revision: {withdrawal.Revision}\n")
        + $"Entry: {withdrawal.Entry}\nReason: {withdrawal.Reason}\n\n");

    private static Withdrawal? Parse(ReadOnlySpan<byte> text)
    {
        var lines = new LineCursor(text);
        if (lines.Next() != Heading || lines.Field("Party") is not { } party
            || lines.Field("Statement") is not { } hex || StatementId.FromHex(hex) is not { } id
            || !int.TryParse(lines.Field("Revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            || !Opaque.TryFromHex(lines.Field("Entry"), SealEntryContent.HashBytes, out var entry)
            || lines.Field("Reason") is not { } reason || !Withdrawal.IsReason(reason))
            return null;
        var withdrawal = new Withdrawal(party, id, revision, entry, reason);
        return revision is >= 1 and <= StatementLimits.RevisionMax && Write(withdrawal).AsSpan().SequenceEqual(text)
            ? withdrawal : null;
    }
}
