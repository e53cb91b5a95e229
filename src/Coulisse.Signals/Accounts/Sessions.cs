using System.Globalization;
using System.Security.Claims;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Site;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts;

/// <summary>Signing in and out of one browser; the account's language and zone go with it, in the cookies that guests
/// have.</summary>
internal sealed class Sessions(SignInManager<Account> signIns, PageOptions page, TimeProvider time)
{
    /// <summary>How long a sign-in counts as fresh enough to add a passkey without a passphrase.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    private const string SignedInAt = "coulisse.signed-in-at";

    public async Task SignInAsync(HttpContext context, Account account)
    {
        var properties = new AuthenticationProperties { IsPersistent = true };
        properties.Items[SignedInAt] = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        await signIns.SignInAsync(account, properties);
        // What is drawn in this same answer, its antiforgery token too, is for the person who has just signed in.
        context.User = await signIns.CreateUserPrincipalAsync(account);
        Remember(context, VisitFactory.LanguageCookie, account.Language);
        Remember(context, VisitFactory.ZoneCookie, account.Zone);
    }

    public async Task SignOutAsync(HttpContext context)
    {
        await signIns.SignOutAsync();
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
    }

    /// <summary>Whether this browser's person signed in, not merely came back, a moment ago.</summary>
    public async Task<bool> IsFreshAsync(HttpContext context)
    {
        var ticket = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return ticket.Properties?.Items.TryGetValue(SignedInAt, out var at) == true
            && long.TryParse(at, CultureInfo.InvariantCulture, out var milliseconds)
            && time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) < FreshFor;
    }

    /// <summary>Keeps a choice in this browser for a year; null: as the browser asks from now on.</summary>
    public void RememberChoice(HttpContext context, string cookie, string? value)
    {
        if (value is null)
            context.Response.Cookies.Delete(cookie);
        else
            Remember(context, cookie, value);
    }

    private void Remember(HttpContext context, string cookie, string? value)
    {
        if (value is null)
            return;
        context.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = page.IsHttps,
            Path = "/",
        });
    }

    /// <summary>A cookie is looked at again every minute, and at once after a recall.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        var recalls = cookie.HttpContext.RequestServices.GetRequiredService<Recalls>();
        var said = Read(cookie.Principal);
        // Asking Identity builds its whole set of services, so it is asked once a minute for a cookie, not at every request.
        if (said is { } known && recalls.WasJustSeen(known.Viewer, known.Stamp))
            return;
        var moment = recalls.Moment;
        cookie.Properties.IssuedUtc = DateTimeOffset.UnixEpoch;
        await SecurityStampValidator.ValidatePrincipalAsync(cookie);
        if (said is { } then && Read(cookie.Principal) == said)
            recalls.Saw(then.Viewer, then.Stamp, moment);
    }

    private static (Viewer Viewer, string Stamp)? Read(ClaimsPrincipal? principal) =>
        principal is not null && Viewer.From(principal) is { } viewer
        && principal.FindFirstValue(StampClaim) is { } stamp
            ? (viewer, stamp)
            : null;
}
