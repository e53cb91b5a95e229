namespace Coulisse.Signals.Accounts;

/// <summary>What is being tried; counted apart, so that a lock-out at the passphrase leaves a recovery code
/// usable.</summary>
internal enum TryAt
{
    Passphrase,
    RecoveryCode,
}
