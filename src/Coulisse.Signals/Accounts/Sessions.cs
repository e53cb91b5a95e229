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
    public static Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        var recalls = cookie.HttpContext.RequestServices.GetRequiredService<Recalls>();
        if (cookie.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            && cookie.Properties.IssuedUtc is { } issued
            && recalls.Concerns(new AccountId(id), issued))
            cookie.Properties.IssuedUtc = DateTimeOffset.UnixEpoch;
        return SecurityStampValidator.ValidatePrincipalAsync(cookie);
    }
}
