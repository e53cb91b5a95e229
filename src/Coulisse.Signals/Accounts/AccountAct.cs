namespace Coulisse.Signals.Accounts;

/// <summary>What was decided about an account. Numbers stand in the file.</summary>
public enum AccountAct
{
    NamedReader = 1,
    NamedModerator = 2,
    NamedEditor = 3,
    Suspended = 4,
    Reopened = 5,
    Closed = 6,
}
