using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Statements;

/// <summary>
/// A party's notice that it no longer stands by a statement. It takes nothing away: the statement stays signed.
/// </summary>
/// <param name="Party">The party that signed the statement, and signs this.</param>
/// <param name="Id">Which statement.</param>
/// <param name="Revision">Which revision of it.</param>
/// <param name="Entry">The hash of the entry of the seal's chain that signed it.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record Withdrawal(string Party, StatementId Id, int Revision, Opaque Entry, string Reason)
{
    /// <summary>Whether a reason is one line of plain text, short enough.</summary>
    public static bool IsReason(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return StatementRules.IsLine(reason, StatementLimits.ReasonBytesMax);
    }
}
