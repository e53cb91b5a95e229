using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Passphrases;
using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts;

/// <summary>Argon2id for Identity, and the same work where there is nothing to compare with. Callers hold one of the
/// <see cref="HashingTurns"/>.</summary>
internal sealed class Passphrases(IRandomSource random) : IPasswordHasher<Account>
{
    private readonly Lazy<string> _nobodys = new(() => PassphraseHash.Hash(RandomText.Hex(random, 16), random));

    public string Hash(string typed) => PassphraseHash.Hash(PassphraseRule.Normal(typed), random);

    /// <summary>Takes as long when there is no account, or one without a passphrase.</summary>
    public bool Fits(string? hash, string typed) =>
        PassphraseHash.Verify(hash ?? _nobodys.Value, PassphraseRule.Normal(typed)) && hash is not null;

    public string HashPassword(Account user, string password) => Hash(password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        Fits(hashedPassword, providedPassword) ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
}
