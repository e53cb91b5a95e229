using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Storage;

namespace Coulisse.Signals.Accounts;

/// <summary>Recovery codes: made ten at a time, each good once for a new passphrase.</summary>
internal sealed class Recovery(Database database, PageSecret secret, IRandomSource random)
{
    /// <summary>Ten new codes; all earlier ones are void. They cannot be shown again.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(AccountId account, CancellationToken cancel)
    {
        var codes = RecoveryCode.MakeSet(random);
        return await database.WriteAsync(connection =>
        {
            AccountRows.SetCodes(connection, secret, account, codes);
            return codes;
        }, cancel);
    }

    public long CountOf(AccountId account) => database.Read(connection => connection.Number(
        "SELECT count(*) FROM recovery_code WHERE account = $id", ("id", account.Value)));

    /// <summary>Uses a code up and sets the passphrase, in one transaction.</summary>
    /// <param name="skeleton">Of the name typed.</param>
    /// <param name="code">As typed.</param>
    /// <param name="passphraseHash">Hashed before it is known whether the code is right: the same work either
    /// way.</param>
    /// <param name="cancel">Consulted only until the transaction begins.</param>
    /// <returns>The account; null when there is no such account, or the code is wrong or used.</returns>
    public async Task<AccountId?> UseAsync(string skeleton, string code, string passphraseHash,
        CancellationToken cancel)
    {
        var stamp = RandomText.Hex(random, 20);
        var found = await database.WriteAsync(connection =>
        {
            var id = connection.First("SELECT id FROM account WHERE skeleton = $skeleton", row => row.GetString(0),
                ("skeleton", skeleton)) ?? "";
            var account = new AccountId(id);
            if (!AccountRows.UseCode(connection, secret, account, code))
                return null;
            AccountRows.SetPassphrase(connection, account, passphraseHash, stamp);
            return id;
        }, cancel);
        return found is null ? null : new AccountId(found);
    }
}
