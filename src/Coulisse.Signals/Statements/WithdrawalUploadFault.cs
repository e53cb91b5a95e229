namespace Coulisse.Signals.Statements;

/// <summary>Why a file that was brought is not taken as the seal's withdrawal of a statement.</summary>
public enum WithdrawalUploadFault
{
    /// <summary>No file, or an empty one.</summary>
    NoFile = 1,

    TooLarge,

    /// <summary>It is a signed statement: what is withdrawn, not the withdrawal.</summary>
    TheStatementItself,

    /// <summary>It is no withdrawal at all.</summary>
    NotAWithdrawal,

    /// <summary>It is not byte for byte what the seal signed.</summary>
    Altered,

    /// <summary>Genuine, but by another seal than the one that signed the statement.</summary>
    AnotherSeal,

    /// <summary>Genuine, but of another statement.</summary>
    AnotherStatement,

    /// <summary>Genuine, but not of the latest revision that is signed here.</summary>
    AnotherRevision,

    /// <summary>Genuine, but of another signing of the same revision: not of the file that this page shows.</summary>
    AnotherSigning,
}
