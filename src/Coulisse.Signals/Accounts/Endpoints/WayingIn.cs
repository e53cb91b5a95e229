using Coulisse.Signals.Accounts.Screens;
using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>The link that the program gave out: shows a form, and sets a passphrase once. Unknown, used and expired
/// links get
/// one and the same answer; looking at the form uses nothing up.</summary>
internal static class WayingIn
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/way-in/{token}", (HttpContext context, string token, AccountScreens screens, WaysIn ways) =>
            ways.NameFor(token) is { } name
                ? screens.ShowAsync<WayInScreen>(context, new WayInModel(token, name, FormModel.Empty))
                : NoSuchWayAsync(context, screens)).RequireRateLimiting(RequestLimits.WayInPolicy);
        group.MapPost("/way-in/{token}", EnterAsync).RequireRateLimiting(RequestLimits.WayInPolicy);
    }

    private static async Task EnterAsync(HttpContext context, string token, AccountScreens screens, WaysIn ways,
        Passphrases passphrases, HashingTurns turns, UserManager<Account> accounts, Sessions sessions, Recalls recalls,
        Recovery recovery)
    {
        var form = await Posted.ReadAsync(context);
        if (ways.NameFor(token) is not { } name)
        {
            await NoSuchWayAsync(context, screens);
            return;
        }
        if (PassphraseRule.FaultOf(form["passphrase"], name) is { } fault)
        {
            var again = FormModel.Empty.WithError("passphrase", Sentences.Of(fault, screens.VisitOf(context).Language));
            await screens.ShowAsync<WayInScreen>(context, new WayInModel(token, name, again),
                StatusCodes.Status400BadRequest);
            return;
        }
        using var turn = await turns.TakeAsync(context.RequestAborted);
        if (turn is null)
        {
            await screens.BusyAsync(context);
            return;
        }
        if (await ways.UseAsync(token, passphrases.Hash(form["passphrase"]), context.RequestAborted) is not { } id
            || await accounts.FindByIdAsync(id.Value) is not { } account)
        {
            await NoSuchWayAsync(context, screens);
            return;
        }
        recalls.Add(id);
        var codes = await recovery.RenewAsync(id, CancellationToken.None);
        await sessions.SignInAsync(context, account);
        await screens.ShowAsync<CodesScreen>(context, new CodesModel(codes, "/account"));
    }

    private static Task NoSuchWayAsync(HttpContext context, AccountScreens screens)
    {
        var language = screens.VisitOf(context).Language;
        return screens.ShowAsync<NoticeScreen>(context, new NoticeModel(language["account.way-in-title"],
            language["account.way-in-none"], language["nav.sign-in"], "/account/sign-in"),
                StatusCodes.Status404NotFound);
    }
}
