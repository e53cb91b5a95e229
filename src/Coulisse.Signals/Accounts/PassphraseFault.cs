namespace Coulisse.Signals.Accounts;

/// <summary>Why a passphrase is not taken.</summary>
public enum PassphraseFault
{
    TooShort,
    TooLong,
    TooCommon,
    IsTheName,

    /// <summary>A control character, or half of one character.</summary>
    Unreadable,
}
