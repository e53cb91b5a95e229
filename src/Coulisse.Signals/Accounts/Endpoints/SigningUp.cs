using Coulisse.Signals.Accounts.Screens;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>A new account, with a passphrase or with a passkey. A name that is taken, looks like one that is, or is
/// kept for
/// the publication gets one and the same sentence.</summary>
internal static class SigningUp
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/account/new", (HttpContext context, AccountScreens screens) => screens.ShowAsync<SignUpScreen>(
            context, FormModel.Empty.With("returnUrl", LocalAddress.OrHome(context.Request.Query["returnUrl"]))));
        group.MapPost("/account/new", WithPassphraseAsync).RequireRateLimiting(RequestLimits.SignUpPolicy)
            .WithMetadata(new SecretForm(ShowAgainAsync));
        group.MapPost("/account/new/passkey-options",
            PasskeyOptionsAsync).RequireRateLimiting(RequestLimits.SignUpPolicy);
        group.MapPost("/account/new/passkey", WithPasskeyAsync).RequireRateLimiting(RequestLimits.SignUpPolicy)
            .WithMetadata(new SecretForm(ShowAgainAsync));
    }

    private static async Task WithPassphraseAsync(HttpContext context, AccountScreens screens, SignUps signUps,
        ReservedNames reserved, Passphrases passphrases, HashingTurns turns, Sessions sessions)
    {
        var form = await Posted.ReadAsync(context);
        var again = Again(form);
        var language = screens.VisitOf(context).Language;
        var name = reserved.Read(form["name"]);
        if (name is null || signUps.IsTaken(name))
            again = again.WithError("name", language["account.name-refused"]);
        if (PassphraseRule.FaultOf(form["passphrase"], form["name"]) is { } fault)
            again = again.WithError("passphrase", Sentences.Of(fault, language));
        if (!again.Errors.IsEmpty)
        {
            await screens.ShowAsync<SignUpScreen>(context, again, StatusCodes.Status400BadRequest);
            return;
        }
        string hash;
        using (var turn = await turns.TakeAsync(context.RequestAborted))
        {
            if (turn is null)
            {
                await screens.BusyAsync(context);
                return;
            }
            hash = passphrases.Hash(form["passphrase"]);
        }
        await CreateAsync(context, screens, signUps, sessions, new NewAccount(signUps.NewId(), name!, hash, null),
            again);
    }

    /// <summary>The name is judged before a passkey is made for it, else the person's device would keep a useless
    /// one.</summary>
    private static async Task PasskeyOptionsAsync(HttpContext context, AccountScreens screens, SignUps signUps,
        Passkeys passkeys,
        ReservedNames reserved)
    {
        var form = await Posted.ReadAsync(context);
        if (reserved.Read(form["name"]) is { } name && !signUps.IsTaken(name))
        {
            await passkeys.CreationAsync(context, signUps.NewId(), name.Text);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(screens.VisitOf(context)["account.name-refused"], context.RequestAborted);
    }

    private static async Task WithPasskeyAsync(HttpContext context, AccountScreens screens, SignUps signUps,
        Passkeys passkeys,
        ReservedNames reserved, Sessions sessions)
    {
        var form = await Posted.ReadAsync(context);
        var again = Again(form);
        // The name that counts is the one that the ceremony was begun for, not what the field says by now.
        if (await passkeys.AttestedAsync(form["credential"]) is not { } made
            || reserved.Read(made.DisplayName) is not { } name)
        {
            await screens.ShowAsync<SignUpScreen>(context,
                again.WithError("", screens.VisitOf(context)["account.passkey-failed"]),
                    StatusCodes.Status400BadRequest);
            return;
        }
        await CreateAsync(context, screens, signUps, sessions, new NewAccount(made.For, name, null, made.Passkey),
            again);
    }

    private static async Task CreateAsync(HttpContext context, AccountScreens screens, SignUps signUps,
        Sessions sessions,
        NewAccount wanted, FormModel again)
    {
        if (await signUps.CreateAsync(wanted, context.RequestAborted) is not { } made)
        {
            again = again.WithError("name", screens.VisitOf(context)["account.name-refused"]);
            await screens.ShowAsync<SignUpScreen>(context, again, StatusCodes.Status400BadRequest);
            return;
        }
        await sessions.SignInAsync(context, made.Account);
        await screens.ShowAsync<CodesScreen>(context, new CodesModel(made.Codes, again.ValueOf("returnUrl")));
    }

    private static FormModel Again(Posted form) =>
        form.Again("name").With("returnUrl", LocalAddress.OrHome(form["returnUrl"]));

    private static Task ShowAgainAsync(HttpContext context, AccountScreens screens, Posted form, FormRefusal refusal) =>
        screens.ShowAsync<SignUpScreen>(context, Again(form).WithError("", refusal.Sentence), refusal.Status);
}
