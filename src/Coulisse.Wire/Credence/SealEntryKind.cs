namespace Coulisse.Wire.Credence;

/// <summary>What an entry of a seal's chain is about. A number not listed here is refused when read.</summary>
public enum SealEntryKind
{
    /// <summary>A statement was signed; the body is its file's table of pieces.</summary>
    Statement = 1,

    /// <summary>A statement was withdrawn; the body is the notice's table of pieces.</summary>
    StatementWithdrawn = 2,
}
