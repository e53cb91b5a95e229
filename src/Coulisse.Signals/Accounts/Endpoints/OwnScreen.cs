using Coulisse.Signals.Accounts.Screens;
using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>Shows a person's own account, with what was done or refused; asks for the proof that it is still
/// they.</summary>
internal sealed class OwnScreen(AccountScreens screens, UserManager<Account> accounts, Recovery recovery, People people,
    Sessions sessions, PassphraseChecks checks, Passkeys passkeys)
{
    public async Task ShowAsync(HttpContext context, FormModel form, string? notice = null,
        int status = StatusCodes.Status200OK)
    {
        if (await OwnAsync(context) is not { } account)
        {
            // The cookie outlived the account by less than a minute.
            await sessions.SignOutAsync(context);
            await AccountEndpoint.SeeAsync(context, "/account/sign-in");
            return;
        }
        var id = new AccountId(account.Id);
        var language = screens.VisitOf(context).Language;
        await screens.ShowAsync<OwnAccountScreen>(context, new OwnAccountModel(account,
            await accounts.GetPasskeysAsync(account), recovery.CountOf(id), await sessions.IsFreshAsync(context),
            people.Find(id)?.Appeal is not null, form,
            notice is null ? null : language[$"account.done-{notice}"]), status);
    }

    public Task RefuseAsync(HttpContext context, FormModel form, string field, string sentence) => ShowAsync(context,
        form.WithError(field, screens.VisitOf(context)[sentence]), status: StatusCodes.Status400BadRequest);

    public Task RefuseAsync(HttpContext context, FormModel form, string field, PassphraseFault fault) =>
        ShowAsync(context, form.WithError(field, Sentences.Of(fault, screens.VisitOf(context).Language)),
            status: StatusCodes.Status400BadRequest);

    public Task BusyAsync(HttpContext context) => screens.BusyAsync(context);

    /// <summary>The account, when the form carries its passphrase or an answer of one of its passkeys. Else null, and
    /// the
    /// refusal has been shown.</summary>
    /// <param name="section">Of the screen: where the refusal stands.</param>
    public async Task<Account?> ConfirmAsync(HttpContext context, Posted form, string section)
    {
        var viewer = Viewer.From(context.User)!;
        if (form["credential"].Length > 0)
        {
            if (await passkeys.AssertedAsync(form["credential"]) is { } account && account.Id == viewer.Id.Value)
                return account;
            await RefuseAsync(context, FormModel.Empty, $"{section}-passphrase", "account.passkey-failed");
            return null;
        }
        return await ConfirmByPassphraseAsync(context, form, section);
    }

    /// <summary>As above for a form whose credential is a new passkey: the passphrase, or where there is none a fresh
    /// sign-in.</summary>
    public async Task<Account?> ConfirmFreshAsync(HttpContext context, Posted form)
    {
        if (await OwnAsync(context) is not { PasswordHash: null } account)
            return await ConfirmByPassphraseAsync(context, form, "passkey");
        if (await sessions.IsFreshAsync(context))
            return account;
        await RefuseAsync(context, FormModel.Empty, "", "account.sign-in-again");
        return null;
    }

    private async Task<Account?> ConfirmByPassphraseAsync(HttpContext context, Posted form, string section)
    {
        var check = await checks.CheckAsync(Viewer.From(context.User)!.DisplayName, form["passphrase"],
            AccountEndpoint.AddressOf(context), context.RequestAborted);
        if (check is PassphraseCheck.Right right)
            return right.Account;
        await (check switch
        {
            PassphraseCheck.Wait wait => screens.WaitAsync(context, wait.For),
            PassphraseCheck.Busy => screens.BusyAsync(context),
            _ => RefuseAsync(context, FormModel.Empty, $"{section}-passphrase", "account.passphrase-wrong"),
        });
        return null;
    }

    private Task<Account?> OwnAsync(HttpContext context) =>
        accounts.FindByIdAsync(Viewer.From(context.User)!.Id.Value);
}
