using Coulisse.Signals.Accounts.Screens;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>A new passphrase for a recovery code. The passphrase is hashed before the code is looked at: the same work
/// and the
/// same answer for a wrong code, a used one and a name that nobody has.</summary>
internal static class Recovering
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/account/recovery", (HttpContext context, AccountScreens screens) =>
            screens.ShowAsync<RecoveryScreen>(context, FormModel.Empty));
        group.MapPost("/account/recovery", RecoverAsync).RequireRateLimiting(RequestLimits.RecoveryPolicy)
            .WithMetadata(new SecretForm((context, screens, form, refusal) => screens.ShowAsync<RecoveryScreen>(
                context, form.Again("name").WithError("", refusal.Sentence), refusal.Status)));
    }

    private static async Task RecoverAsync(HttpContext context, AccountScreens screens, PassphraseChecks checks,
        Sessions sessions, Recalls recalls)
    {
        var form = await Posted.ReadAsync(context);
        var language = screens.VisitOf(context).Language;
        if (PassphraseRule.FaultOf(form["passphrase"], form["name"]) is { } fault)
        {
            await RefuseAsync(form.Again("name").WithError("passphrase", Sentences.Of(fault, language)));
            return;
        }
        var check = await checks.RecoverAsync(form["name"], form["code"], form["passphrase"],
            AccountEndpoint.AddressOf(context), context.RequestAborted);
        switch (check)
        {
            case PassphraseCheck.Right right:
                recalls.Add(new AccountId(right.Account.Id));
                await sessions.SignInAsync(context, right.Account);
                await AccountEndpoint.SeeAsync(context, "/account?done=passphrase");
                return;
            case PassphraseCheck.Wait wait:
                await screens.WaitAsync(context, wait.For);
                return;
            case PassphraseCheck.Busy:
                await screens.BusyAsync(context);
                return;
            default:
                await RefuseAsync(form.Again("name").WithError("", language["account.recovery-wrong"]));
                return;
        }

        Task RefuseAsync(FormModel again) =>
            screens.ShowAsync<RecoveryScreen>(context, again, StatusCodes.Status400BadRequest);
    }
}
