using Coulisse.Crypto.Passphrases;

namespace Coulisse.Signals.Accounts;

/// <summary>What hashing a passphrase costs here. No flag and no setting reaches it: only a test that builds the page
/// itself can put another in its place.</summary>
internal sealed record HashingCosts(Argon2Parameters Account)
{
    public static readonly HashingCosts Usual = new(Argon2Parameters.Account);
}
