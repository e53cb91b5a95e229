using Coulisse.Signals.Accounts.Screens;
using Coulisse.Languages;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Storage;
using NodaTime;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>In which language and time zone somebody reads: kept in the browser, and with the account of one who has
/// it.</summary>
internal static class Reading
{
    private const int ZoneCharactersMax = 64;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/account/reading", (HttpContext context, AccountScreens screens) =>
            screens.ShowAsync<ReadingScreen>(
            context, FormModel.Empty
                .With("returnUrl", LocalAddress.OrHome(context.Request.Query["returnUrl"]))
                .With("language", context.Request.Cookies[VisitFactory.LanguageCookie] ?? "")
                .With("zone", context.Request.Cookies[VisitFactory.ZoneCookie] ?? "")));
        group.MapPost("/account/reading", ChooseAsync).RequireRateLimiting(RequestLimits.PostingPolicy)
            .WithMetadata(new TypedWords(("zone", "nav.time-zone")) { IsForGuests = true });
    }

    private static async Task ChooseAsync(HttpContext context, AccountScreens screens, Database database,
        InterfaceLanguages languages, Sessions sessions)
    {
        var form = await Posted.ReadAsync(context);
        var language = languages.Find(form["language"])?.Code;
        var zone = form["zone"].Trim() is { Length: > 0 } typed ? typed : null;
        if (zone is not null && (zone.Length > ZoneCharactersMax
            || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null))
        {
            var again = form.Again("zone", "language").With("returnUrl", LocalAddress.OrHome(form["returnUrl"]));
            await screens.ShowAsync<ReadingScreen>(context,
                again.WithError("zone", screens.VisitOf(context)["account.zone-unknown"]),
                    StatusCodes.Status400BadRequest);
            return;
        }
        if (Viewer.From(context.User) is { } viewer)
        {
            await database.WriteAsync(connection => connection.Run(
                "UPDATE account SET language = $language, zone = $zone WHERE id = $id",
                ("language", language), ("zone", zone), ("id", viewer.Id.Value)), context.RequestAborted);
        }
        sessions.RememberChoice(context, VisitFactory.LanguageCookie, language);
        sessions.RememberChoice(context, VisitFactory.ZoneCookie, zone);
        await AccountEndpoint.SeeAsync(context, LocalAddress.OrHome(form["returnUrl"]));
    }
}
