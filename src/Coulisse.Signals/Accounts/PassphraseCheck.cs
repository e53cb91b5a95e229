namespace Coulisse.Signals.Accounts;

/// <summary>What came of a passphrase or code that somebody typed.</summary>
internal abstract record PassphraseCheck
{
    private PassphraseCheck() { }

    public sealed record Right(Account Account) : PassphraseCheck;

    /// <summary>No such account, no passphrase, closed, or simply wrong: nobody outside can tell.</summary>
    public sealed record Wrong : PassphraseCheck;

    /// <summary>Too many tries at this name or from this address.</summary>
    public sealed record Wait(TimeSpan For) : PassphraseCheck;

    /// <summary>Too many are being checked at this moment.</summary>
    public sealed record Busy : PassphraseCheck;
}
