namespace Coulisse.Signals.Accounts;

/// <summary>What an account may do on this page beyond reading and commenting. Numbers stand in the file.</summary>
public enum Role
{
    Reader = 1,
    Moderator = 2,
    Editor = 3,
}
