using Coulisse.Signals.Accounts;
using Coulisse.Languages;
using Coulisse.Signals.Site;
using Microsoft.AspNetCore.Antiforgery;
using NodaTime;

namespace Coulisse.Signals.Rendering;

/// <summary>Reads from a request for whom its page is drawn. Nothing is looked up: the address, cookies and the header
/// say it all.</summary>
public sealed class VisitFactory(InterfaceLanguages languages, SiteSettings settings)
{
    /// <summary>The cookie with a language chosen by the reader; holds where the address names none.</summary>
    public const string LanguageCookie = "language";

    /// <summary>The cookie with the reader's time zone (tz database name).</summary>
    public const string ZoneCookie = "zone";

    /// <param name="context">The request.</param>
    public Visit For(HttpContext context) => new(
        LanguageOf(context),
        ZoneOf(context),
        Viewer.From(context.User),
        context.Request.Path + context.Request.QueryString.Value);

    /// <summary>An address in a language of ours is shown in it: an address means one page. Elsewhere the reader's
    /// choice holds, then the language of the page they came from, then what their browser wishes.</summary>
    private InterfaceLanguage LanguageOf(HttpContext context) =>
        languages.Find(FirstSegment(context.Request.Path.Value))
        ?? languages.Find(context.Request.Cookies[LanguageCookie])
        ?? languages.Find(FirstSegment(ReturnAddress(context)))
        ?? (context.Request.Headers.AcceptLanguage.ToString() is { Length: > 0 } wishes
            ? languages.Negotiate(wishes)
            : null)
        ?? languages.Find(settings.DefaultLanguage)
        ?? languages.Default;

    private static string? FirstSegment(string? path) =>
        path is { Length: > 2 } ? path[1..].Split('/', 2)[0] : null;

    // A form was read already when its antiforgery field passed; any other is left alone.
    private static string? ReturnAddress(HttpContext context) =>
        context.Request.Query["returnUrl"].FirstOrDefault()
        ?? (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
            ? context.Request.Form["returnUrl"].FirstOrDefault()
            : null);

    private DateTimeZone ZoneOf(HttpContext context) =>
        (context.Request.Cookies[ZoneCookie] is { Length: <= 64 } zone
            ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
            : null)
        ?? settings.Zone;
}
