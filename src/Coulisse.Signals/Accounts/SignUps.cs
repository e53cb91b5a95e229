using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts.Names;
using Coulisse.Signals.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Coulisse.Signals.Accounts;

/// <summary>Creates accounts: the account, its passkey if that is its way in, and ten recovery codes, all
/// or nothing.</summary>
internal sealed class SignUps(UserManager<Account> accounts, AccountsContext context, Database database,
    PageSecret secret, IRandomSource random, TimeProvider time)
{
    /// <summary>A fresh id; a passkey's ceremony needs it before the account exists.</summary>
    public AccountId NewId() => new(RandomText.Hex(random, 16));

    /// <summary>Whether somebody bears this name, one that looks like it, or did before closing the account.</summary>
    public bool IsTaken(DisplayName name) => database.Read(connection =>
        connection.Number("SELECT count(*) FROM account WHERE skeleton = $skeleton", ("skeleton", name.Skeleton)) > 0
        || RetiredNames.Has(connection, secret, name.Skeleton));

    /// <returns>The account and its codes, to be shown once; null when the name is taken.</returns>
    public async Task<(Account Account, IReadOnlyList<string> Codes)?> CreateAsync(NewAccount wanted,
        CancellationToken cancel)
    {
        var account = new Account
        {
            Id = wanted.Id.Value,
            UserName = wanted.Name.Text,
            PasswordHash = wanted.PassphraseHash,
            CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        using var turn = await database.TakeTurnAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        if (RetiredNames.Has(connection, secret, wanted.Name.Skeleton) || !await IsCreatedAsync(account))
            return null;
        if (wanted.Passkey is not null)
            await accounts.AddOrUpdatePasskeyAsync(account, wanted.Passkey);
        var codes = RecoveryCode.MakeSet(random);
        AccountRows.SetCodes(connection, secret, wanted.Id, codes);
        await transaction.CommitAsync(CancellationToken.None);
        return (account, codes);
    }

    private async Task<bool> IsCreatedAsync(Account account)
    {
        try
        {
            return (await accounts.CreateAsync(account)).Succeeded;
        }
        catch (DbUpdateException e)
            when (e.InnerException is SqliteException { SqliteErrorCode: SqliteCode.Constraint })
        {
            return false;
        }
    }
}
