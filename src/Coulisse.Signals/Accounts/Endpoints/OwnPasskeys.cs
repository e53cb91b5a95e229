using Coulisse.Signals.Accounts.Screens;
using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>A person's own passkeys: adding and removing them.</summary>
internal static class OwnPasskeys
{
    public static void Map(RouteGroupBuilder group)
    {
        var own =
            group.MapGroup("/account/passkeys").RequireAuthorization().RequireRateLimiting(RequestLimits.SignInPolicy);
        own.MapPost("/options", (HttpContext context, Passkeys passkeys) =>
            passkeys.CreationAsync(context, Viewer.From(context.User)!.Id, Viewer.From(context.User)!.DisplayName));
        own.MapPost("", AddAsync);
        own.MapPost("/remove", RemoveAsync);
    }

    private static async Task AddAsync(HttpContext context, OwnScreen screen, Passkeys passkeys,
        UserManager<Account> accounts)
    {
        var form = await Posted.ReadAsync(context);
        var again = form.Again("passkeyName");
        // The new passkey first: its ceremony's state is gone once looked at, and the passphrase check is the dear
        // part.
        var made = await passkeys.AttestedAsync(form["credential"]);
        if (made is null || made.Value.For != Viewer.From(context.User)!.Id)
        {
            await screen.RefuseAsync(context, again, "", "account.passkey-failed");
            return;
        }
        if (await screen.ConfirmFreshAsync(context, form) is not { } account)
            return;
        if ((await accounts.GetPasskeysAsync(account)).Count >= Passkeys.PerAccountMax)
        {
            await screen.RefuseAsync(context, again, "", "account.passkeys-enough");
            return;
        }
        var name = form["passkeyName"].Trim();
        made.Value.Passkey.Name = name.Length is > 0 and <= Passkeys.NameCharactersMax ? name : null;
        await accounts.AddOrUpdatePasskeyAsync(account, made.Value.Passkey);
        await AccountEndpoint.SeeAsync(context, "/account?done=passkey");
    }

    /// <summary>Not the last way in: an account without passphrase keeps one passkey. And not by whoever merely finds
    /// the browser open.</summary>
    private static async Task RemoveAsync(HttpContext context, OwnScreen screen, UserManager<Account> accounts)
    {
        var form = await Posted.ReadAsync(context);
        var account = await accounts.FindByIdAsync(Viewer.From(context.User)!.Id.Value);
        var passkeys = account is null ? [] : await accounts.GetPasskeysAsync(account);
        var id = passkeys.FirstOrDefault(p => OwnAccountModel.IdOf(p) == form["id"])?.CredentialId;
        if (account is null || id is null)
            await screen.RefuseAsync(context, FormModel.Empty, "", "error.conflict");
        else if (account.PasswordHash is null && passkeys.Count == 1)
            await screen.RefuseAsync(context, FormModel.Empty, "", "account.passkey-last");
        else if (await screen.ConfirmAsync(context, form, OwnAccountModel.SectionOf(form["id"])) is { } confirmed)
        {
            await accounts.RemovePasskeyAsync(confirmed, id);
            await AccountEndpoint.SeeAsync(context, "/account?done=passkey-removed");
        }
    }
}
