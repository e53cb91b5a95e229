using System.Net;
using Coulisse.Crypto.Passphrases;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Storage;

namespace Coulisse.Signals.Tests.Accounts;

/// <summary>The hash of a passphrase keeps up with the costs of the day, and every write waits for its turn.</summary>
public sealed class What_signing_in_leaves_behind
{
    private const string Passphrase = Signing_in_and_up.Passphrase;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_passphrase_hashed_at_other_costs_is_hashed_anew_by_whoever_knows_it()
    {
        await using var page = await AccountsPage.StartAsync(isWholly: true);
        using var first = page.NewBrowser();
        await first.SignUpAsync("Otto Halm", Passphrase);
        var old = await StoreAsync(page, new Argon2Parameters(MemoryKiB: 64, Passes: 1));

        await page.NewBrowser().SignInAsync("Otto Halm", "not the right one");
        Assert.Equal(old, HashOf(page));

        Assert.Equal(HttpStatusCode.SeeOther, (await page.NewBrowser().SignInAsync("Otto Halm", Passphrase)).Status);
        var renewed = HashOf(page);
        Assert.False(PassphraseHash.NeedsRehash(renewed, Argon2Parameters.Account));

        page.Clock.Forward(TimeSpan.FromMinutes(5));
        Assert.True(await first.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await page.NewBrowser().SignInAsync("Otto Halm", Passphrase)).Status);
        Assert.Equal(renewed, HashOf(page));
    }

    [Fact]
    public async Task A_new_account_waits_until_the_writer_before_it_is_done()
    {
        await using var page = await AccountsPage.StartAsync(isWholly: true);
        using var browser = page.NewBrowser();
        await browser.GetAsync("/account/new");
        Task<Answer> signUp;
        using (await page.Database.TakeTurnAsync(Cancel))
        {
            signUp = browser.SignUpAsync("Otto Halm", Passphrase);
            await Task.Delay(TimeSpan.FromSeconds(2), Cancel);
            Assert.Equal(0, Accounts(page));
            Assert.False(signUp.IsCompleted);
        }
        Assert.Equal(10, (await signUp).Codes.Length);
        Assert.Equal(1, Accounts(page));
    }

    private static long Accounts(AccountsPage page) =>
        page.Database.Read(connection => connection.Number("SELECT count(*) FROM account"));

    private static string HashOf(AccountsPage page) => page.Database.Read(connection =>
        connection.First("SELECT passphrase_hash FROM account", row => row.GetString(0)))!;

    private static Task<string> StoreAsync(AccountsPage page, Argon2Parameters costs)
    {
        using var passphrase = Coulisse.Crypto.Passphrases.Passphrase.From(Passphrase)!;
        var hash = PassphraseHash.Create(passphrase, costs, new SystemRandom());
        return page.Database.WriteAsync(connection =>
        {
            connection.Run("UPDATE account SET passphrase_hash = $hash", ("hash", hash));
            return hash;
        }, Cancel);
    }
}
