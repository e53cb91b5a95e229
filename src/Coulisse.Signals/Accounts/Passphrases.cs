using Coulisse.Crypto.Passphrases;
using Coulisse.Crypto.Secrets;
using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts;

/// <summary>Argon2id for Identity, and the same work where there is nothing to compare with. Callers hold one of the
/// <see cref="HashingTurns"/>.</summary>
internal sealed class Passphrases(IRandomSource random, HashingCosts costs) : IPasswordHasher<Account>
{
    private readonly Lazy<string> _nobodys = new(() => HashOf(RandomText.Hex(random, 16), random, costs));

    /// <summary>Of a passphrase that <see cref="PassphraseRule"/> found good.</summary>
    public string Hash(string typed) => HashOf(typed, random, costs);

    /// <summary>Takes as long when there is no account, or one without a passphrase, or nothing was typed.</summary>
    public bool Fits(string? hash, string typed)
    {
        using var passphrase = Passphrase.From(typed);
        using var nothing = Passphrase.From("nothing");
        var isRight = PassphraseHash.Verify(hash ?? _nobodys.Value, passphrase ?? nothing!);
        return isRight && hash is not null && passphrase is not null;
    }

    /// <summary>Made with other costs than today's.</summary>
    public bool IsOutOfDate(string hash) => PassphraseHash.NeedsRehash(hash, costs.Account);

    public string HashPassword(Account user, string password) => Hash(password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword,
        string providedPassword) =>
        Fits(hashedPassword, providedPassword) ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;

    private static string HashOf(string typed, IRandomSource random, HashingCosts costs)
    {
        using var passphrase = Passphrase.From(typed) ?? throw new ArgumentException("Not a passphrase.",
            nameof(typed));
        return PassphraseHash.Create(passphrase, costs.Account, random);
    }
}
