using System.Diagnostics;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Statements;

/// <summary>
/// A statement with its seal, as one file of UTF-8 lines that a person can read and print and a program can check
/// to the byte: <c>protocol/statement.md</c>.
/// </summary>
public static class SignedStatementFile
{
    /// <summary>
    /// Signs a statement and gives the file. The chain's entry is on the disk before this returns; signing the same
    /// statement again gives the same entry and the same file.
    /// </summary>
    /// <exception cref="ArgumentException">The statement breaks <see cref="StatementRules"/> or is another
    /// party's.</exception>
    public static byte[] Sign(Statement statement, Seal seal, SealChainFile chain, DateTimeOffset claimedAt)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(seal);
        ArgumentNullException.ThrowIfNull(chain);
        if (statement.Party != seal.Party || !StatementRules.FaultsOf(statement).IsEmpty)
            throw new ArgumentException("Check the statement's rules and party before it is signed.",
                nameof(statement));
        var text = StatementText.Write(statement);
        return SealedFile.Write(text,
            chain.Continue(seal, SealEntryKind.Statement, Piece.BodyOf(Piece.Cut(text)), claimedAt));
    }

    /// <summary>Checks any bytes whatever; never throws, and takes at most about a second.</summary>
    public static StatementVerification Verify(ReadOnlySpan<byte> file) => SealedFile.Read(file) switch
    {
        SealedText.Sealed found => Read(found),
        SealedText.Altered altered => new StatementVerification.Altered(altered.Findings),
        SealedText.NotSealed nothing => new StatementVerification.NotAStatement(nothing.Reason),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// The same; a file that is genuine by any other seal than the expected one is <c>AnotherSeal</c>.
    /// </summary>
    public static StatementVerification Verify(ReadOnlySpan<byte> file, SealPublicKey expected) => Verify(file) switch
    {
        StatementVerification.Genuine genuine when genuine.Key != expected =>
            new StatementVerification.AnotherSeal(genuine, expected),
        var verification => verification,
    };

    private static StatementVerification Read(SealedText.Sealed found)
    {
        if (found.Entry.Content.Kind != SealEntryKind.Statement)
            return new StatementVerification.NotAStatement(NotAStatementReason.OtherKind);
        var (statement, _) = StatementText.Read(found.Text.Span);
        return statement is not null && statement.Party == found.Entry.Content.Party
            ? new StatementVerification.Genuine(statement, found.Entry)
            : new StatementVerification.NotAStatement(NotAStatementReason.BreaksRules);
    }
}
