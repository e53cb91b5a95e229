namespace Coulisse.Signals.Statements;

/// <summary>What a signed file says; the values stand in the page's file.</summary>
public enum SignedFileKind
{
    Statement = 1,
    Withdrawal = 2,
}
