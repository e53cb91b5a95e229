namespace Coulisse.Signals.Accounts;

/// <summary>Whether an account may write (open), only read and appeal (suspended), or is given up (closed). Numbers
/// stand in the file.</summary>
public enum Standing
{
    Open = 1,
    Suspended = 2,
    Closed = 3,
}
