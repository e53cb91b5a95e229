using System.Diagnostics;
using Coulisse.Signals.Accounts.Screens;
using Coulisse.Signals.Rendering;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>Signing in with a passphrase or a passkey, and out.</summary>
internal static class SigningIn
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/account/sign-in", (HttpContext context, AccountScreens screens) =>
            screens.ShowAsync<SignInScreen>(
            context, FormModel.Empty.With("returnUrl", LocalAddress.OrHome(context.Request.Query["returnUrl"]))));
        group.MapPost("/account/sign-in", WithPassphraseAsync).RequireRateLimiting(RequestLimits.SignInPolicy)
            .WithMetadata(new SecretForm(ShowAgainAsync));
        group.MapPost("/account/sign-in/passkey", WithPasskeyAsync).RequireRateLimiting(RequestLimits.SignInPolicy)
            .WithMetadata(new SecretForm(ShowAgainAsync));
        group.MapPost("/account/passkeys/request", (HttpContext context, Passkeys passkeys) =>
            passkeys.RequestAsync(context))
            .RequireRateLimiting(RequestLimits.SignInPolicy);
        group.MapPost("/account/sign-out", async (HttpContext context, Sessions sessions) =>
        {
            await sessions.SignOutAsync(context);
            await AccountEndpoint.SeeAsync(context, "/");
        });
    }

    private static async Task WithPassphraseAsync(HttpContext context, AccountScreens screens, PassphraseChecks checks,
        Sessions sessions)
    {
        var form = await Posted.ReadAsync(context);
        var check = await checks.CheckAsync(form["name"], form["passphrase"], AccountEndpoint.AddressOf(context),
            context.RequestAborted);
        await (check switch
        {
            PassphraseCheck.Right right => EnterAsync(context, sessions, right.Account, form),
            PassphraseCheck.Wrong => RefuseAsync(context, screens, form, "error.sign-in"),
            PassphraseCheck.Wait wait => screens.WaitAsync(context, wait.For),
            PassphraseCheck.Busy => screens.BusyAsync(context),
            _ => throw new UnreachableException(),
        });
    }

    // A right passkey is not held up by wrong passphrases that somebody else tried.
    private static async Task WithPasskeyAsync(HttpContext context, AccountScreens screens, Passkeys passkeys,
        Sessions sessions)
    {
        var form = await Posted.ReadAsync(context);
        if (await passkeys.AssertedAsync(form["credential"]) is { } account)
            await EnterAsync(context, sessions, account, form);
        else
            await RefuseAsync(context, screens, form, "account.passkey-failed");
    }

    private static async Task EnterAsync(HttpContext context, Sessions sessions, Account account, Posted form)
    {
        await sessions.SignInAsync(context, account);
        await AccountEndpoint.SeeAsync(context, LocalAddress.OrHome(form["returnUrl"]));
    }

    private static Task RefuseAsync(HttpContext context, AccountScreens screens, Posted form, string sentence) =>
        ShowAgainAsync(context, screens, form,
            new(screens.VisitOf(context)[sentence], StatusCodes.Status400BadRequest));

    private static Task ShowAgainAsync(HttpContext context, AccountScreens screens, Posted form, FormRefusal refusal) =>
        screens.ShowAsync<SignInScreen>(context,
            form.Again("name").With("returnUrl", LocalAddress.OrHome(form["returnUrl"]))
                .WithError("", refusal.Sentence),
            refusal.Status);
}
