using Coulisse.Signals.Storage;
using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts;

/// <summary>Checks a passphrase for a name: the same steps, the same work and the same answers whether or not the name
/// exists.</summary>
internal sealed class PassphraseChecks(UserManager<Account> accounts, Passphrases passphrases, HashingTurns turns,
    Tries tries, Recovery recovery, Database database)
{
    /// <param name="name">As typed.</param>
    /// <param name="passphrase">As typed; too long a one is hashed as an empty one would be, and wrong.</param>
    /// <param name="address">Of the asker, see <see cref="ClientAddress"/>.</param>
    /// <param name="cancel">Not consulted once the try is counted.</param>
    public async Task<PassphraseCheck> CheckAsync(string name, string passphrase, string address,
        CancellationToken cancel)
    {
        var skeleton = Skeletons.Of(name);
        using var turn = await turns.TakeAsync(cancel);
        if (turn is null)
            return new PassphraseCheck.Busy();
        if (await tries.BeginAsync(TryAt.Passphrase, skeleton, address, cancel) is { } wait)
            return new PassphraseCheck.Wait(wait);
        var account = await accounts.FindByNameAsync(name);
        var typed = passphrase.Length <= PassphraseRule.TypedMax ? passphrase : "";
        if (!passphrases.Fits(account?.PasswordHash, typed) || account is null)
            return new PassphraseCheck.Wrong();
        await tries.ForgiveAsync(TryAt.Passphrase, skeleton, address, CancellationToken.None);
        await RenewHashAsync(account, typed);
        return new PassphraseCheck.Right(account);
    }

    /// <summary>Uses a recovery code up for a new passphrase; the same steps, work and answers as above.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="code">As typed.</param>
    /// <param name="passphrase">The new one, found good by <see cref="PassphraseRule"/>.</param>
    /// <param name="address">Of the asker.</param>
    /// <param name="cancel">Not consulted once the try is counted.</param>
    public async Task<PassphraseCheck> RecoverAsync(string name, string code, string passphrase, string address,
        CancellationToken cancel)
    {
        var skeleton = Skeletons.Of(name);
        using var turn = await turns.TakeAsync(cancel);
        if (turn is null)
            return new PassphraseCheck.Busy();
        if (await tries.BeginAsync(TryAt.RecoveryCode, skeleton, address, cancel) is { } wait)
            return new PassphraseCheck.Wait(wait);
        var hash = passphrases.Hash(passphrase);
        if (await recovery.UseAsync(skeleton, code, hash, CancellationToken.None) is not { } id
            || await accounts.FindByIdAsync(id.Value) is not { } account)
            return new PassphraseCheck.Wrong();
        await tries.ForgiveAsync(TryAt.RecoveryCode, skeleton, address, CancellationToken.None);
        await tries.ForgiveAsync(TryAt.Passphrase, skeleton, address, CancellationToken.None);
        return new PassphraseCheck.Right(account);
    }

    /// <summary>The only moment at which the passphrase is at hand: what was hashed at last year's costs is hashed at
    /// today's.</summary>
    private async Task RenewHashAsync(Account account, string typed)
    {
        if (account.PasswordHash is not { } before || !passphrases.IsOutOfDate(before))
            return;
        var after = passphrases.Hash(typed);
        await database.WriteAsync(connection =>
        {
            AccountRows.Rehash(connection, new AccountId(account.Id), before, after);
            return 0;
        }, CancellationToken.None);
    }
}
