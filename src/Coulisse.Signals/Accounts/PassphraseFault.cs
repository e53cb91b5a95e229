namespace Coulisse.Signals.Accounts;

/// <summary>Why a passphrase is not taken.</summary>
public enum PassphraseFault
{
    TooShort,
    TooLong,
    TooCommon,
    IsTheName,
}
