using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts.Screens;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Storage;
using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>A person's own account: what can be seen and changed of it. What cannot be undone asks for the passphrase
/// or a
/// passkey once more.</summary>
internal static class OwnAccount
{
    private static readonly string[] Notices = ["passphrase", "passkey", "passkey-removed", "everywhere", "appeal"];

    public static void Map(RouteGroupBuilder group)
    {
        var own = group.MapGroup("/account").RequireAuthorization();
        own.MapGet("", (HttpContext context, OwnScreen screen) => screen.ShowAsync(context, FormModel.Empty,
            notice: Array.Find(Notices, n => n == context.Request.Query["done"])));
        own.MapPost("/passphrase", SetPassphraseAsync).RequireRateLimiting(RequestLimits.SignInPolicy);
        own.MapPost("/recovery-codes", RenewCodesAsync).RequireRateLimiting(RequestLimits.SignInPolicy);
        own.MapPost("/sign-out-everywhere", SignOutEverywhereAsync);
        own.MapPost("/close", CloseAsync).RequireRateLimiting(RequestLimits.SignInPolicy);
        own.MapPost("/appeal", AppealAsync).RequireRateLimiting(RequestLimits.PostingPolicy)
            .WithMetadata(new TypedWords(("appeal", "account.appeal")));
    }

    private static async Task SetPassphraseAsync(HttpContext context, OwnScreen screen, Database database,
        IRandomSource random, Passphrases passphrases, HashingTurns turns, Recalls recalls, Sessions sessions, UserManager<Account> accounts)
    {
        var form = await Posted.ReadAsync(context);
        var viewer = Viewer.From(context.User)!;
        if (PassphraseRule.FaultOf(form["newPassphrase"], viewer.DisplayName) is { } fault)
        {
            await screen.RefuseAsync(context, FormModel.Empty, "newPassphrase", fault);
            return;
        }
        if (await screen.ConfirmAsync(context, form, "passphrase") is null)
            return;
        string hash;
        using (var turn = await turns.TakeAsync(context.RequestAborted))
        {
            if (turn is null)
            {
                await screen.BusyAsync(context);
                return;
            }
            hash = passphrases.Hash(form["newPassphrase"]);
        }
        var stamp = RandomText.Hex(random, 20);
        await database.WriteAsync(connection =>
        {
            AccountRows.SetPassphrase(connection, viewer.Id, hash, stamp);
            return 0;
        }, context.RequestAborted);
        recalls.Add(viewer.Id);
        await EnterAnewAsync(context, sessions, accounts, viewer.Id);
        await AccountEndpoint.SeeAsync(context, "/account?done=passphrase");
    }

    private static async Task RenewCodesAsync(HttpContext context, OwnScreen screen, AccountScreens screens,
        Recovery recovery)
    {
        var form = await Posted.ReadAsync(context);
        if (await screen.ConfirmAsync(context, form, "codes") is not { } account)
            return;
        var codes = await recovery.RenewAsync(new AccountId(account.Id), context.RequestAborted);
        await screens.ShowAsync<CodesScreen>(context, new CodesModel(codes, "/account"));
    }

    private static async Task SignOutEverywhereAsync(HttpContext context, People people, Sessions sessions,
        UserManager<Account> accounts)
    {
        var viewer = Viewer.From(context.User)!;
        await people.SignOutEverywhereAsync(viewer.Id, context.RequestAborted);
        await EnterAnewAsync(context, sessions, accounts, viewer.Id);
        await AccountEndpoint.SeeAsync(context, "/account?done=everywhere");
    }

    private static async Task CloseAsync(HttpContext context, OwnScreen screen, AccountScreens screens, People people,
        Sessions sessions)
    {
        var form = await Posted.ReadAsync(context);
        if (await screen.ConfirmAsync(context, form, "close") is not { } account)
            return;
        await people.CloseAsync(new AccountId(account.Id), context.RequestAborted);
        await sessions.SignOutAsync(context);
        var language = screens.VisitOf(context).Language;
        await screens.ShowAsync<NoticeScreen>(context,
            new NoticeModel(language["account.closed"], language["account.closed-words"], language["nav.home"], "/"));
    }

    private static async Task AppealAsync(HttpContext context, OwnScreen screen, People people)
    {
        var form = await Posted.ReadAsync(context);
        var words = form["appeal"].Trim();
        if (words.Length is 0 or > People.AppealCharactersMax)
        {
            await screen.RefuseAsync(context, form.Again("appeal"), "",
                words.Length == 0 ? "error.required" : "account.appeal-too-long");
        }
        else
        {
            await people.AppealAsync(Viewer.From(context.User)!.Id, words, context.RequestAborted);
            await AccountEndpoint.SeeAsync(context, "/account?done=appeal");
        }
    }

    /// <summary>This browser stays signed in; every other one is out.</summary>
    private static async Task EnterAnewAsync(HttpContext context, Sessions sessions, UserManager<Account> accounts,
        AccountId id)
    {
        // What this request read before the change would go into the new cookie, and that cookie would be refused.
        context.RequestServices.GetRequiredService<AccountsContext>().ChangeTracker.Clear();
        if (await accounts.FindByIdAsync(id.Value) is { } account)
            await sessions.SignInAsync(context, account);
    }
}
