using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts.Endpoints;
using Coulisse.Signals.Accounts.Screens;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Coulisse.Signals.Accounts;

/// <summary>Puts the accounts together: ASP.NET Core Identity over two tables of the page's file, its cookies, its
/// limits.</summary>
public static class AccountsSetup
{
    private static readonly TimeSpan SignedInFor = TimeSpan.FromDays(30);

    public static void AddPageAccounts(this IServiceCollection services, PageOptions page)
    {
        ArgumentNullException.ThrowIfNull(page);
        services.AddSingleton(RequestLimits.Usual);
        AddStores(services, page);
        AddIdentity(services, page);
        AddCookies(services, page);
        services.AddRateLimiter(_ => { });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<RequestLimits>(RateLimiting.Configure);
        services.Configure<ForwardedHeadersOptions>(headers =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var proxy in page.TrustedProxies)
                headers.KnownProxies.Add(proxy);
        });
    }

    /// <summary>Before everything else in the pipeline: who asks, when a trusted proxy says so; and that the page is
    /// reached
    /// by HTTPS when its public address says so, whatever the last hop speaks.</summary>
    public static void UseTrustedProxies(this IApplicationBuilder app, PageOptions page)
    {
        ArgumentNullException.ThrowIfNull(page);
        // With nobody on its list the middleware would believe everybody.
        if (page.TrustedProxies.Count > 0)
            app.UseForwardedHeaders();
        if (page.IsHttps)
        {
            app.Use((context, next) =>
            {
                context.Request.Scheme = Uri.UriSchemeHttps;
                return next(context);
            });
        }
    }

    public static void MapPageAccounts(this IEndpointRouteBuilder app)
    {
        var group = AccountEndpoint.GroupOf(app);
        SigningIn.Map(group);
        SigningUp.Map(group);
        Recovering.Map(group);
        WayingIn.Map(group);
        Reading.Map(group);
        OwnAccount.Map(group);
        OwnPasskeys.Map(group);
        PublishersPeople.Map(group);
    }

    private static void AddStores(IServiceCollection services, PageOptions page)
    {
        services.AddSingleton<DurableConnections>();
        services.AddDbContext<AccountsContext>((provider, options) => options
            .UseSqlite(Database.ConnectionStringFor(provider.GetRequiredService<Database>().Path))
            .AddInterceptors(provider.GetRequiredService<DurableConnections>()));
        services.AddSingleton(provider => PageSecret.OpenAsync(provider.GetRequiredService<Database>(),
            provider.GetRequiredService<IRandomSource>(), CancellationToken.None).GetAwaiter().GetResult());
        services.AddSingleton(HashingCosts.Usual);
        services.AddSingleton<Passphrases>().AddSingleton<IPasswordHasher<Account>>(p =>
            p.GetRequiredService<Passphrases>());
        services.AddSingleton<HashingTurns>().AddSingleton<Tries>().AddSingleton<Recovery>().AddSingleton<WaysIn>();
        services.AddSingleton<Recalls>().AddSingleton<People>().AddSingleton<AccountScreens>();
        services.AddSingleton<ReservedNames>();
        services.AddScoped<SignUps>().AddScoped<Sessions>().AddScoped<Passkeys>().AddScoped<PassphraseChecks>();
        services.AddScoped<OwnScreen>();
        services.AddDataProtection().SetApplicationName("coulisse page");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new KeyRing(provider.GetRequiredService<Database>())));
    }

    private static void AddIdentity(IServiceCollection services, PageOptions page)
    {
        services.AddSingleton<ILookupNormalizer, Skeletons>();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, ViewerClaims>();
        services.AddHttpContextAccessor();
        services.AddIdentityCore<Account>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddSignInManager()
            .AddEntityFrameworkStores<AccountsContext>();
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = Recalls.LookAgainEvery);
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ServerDomain = page.PublicAddress.Host;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            var origin = page.PublicAddress.GetLeftPart(UriPartial.Authority);
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == origin);
        });
    }

    private static void AddCookies(IServiceCollection services, PageOptions page)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                Shape(cookie, page, "reader");
                cookie.ExpireTimeSpan = SignedInFor;
                cookie.SlidingExpiration = true;
                cookie.Events.OnValidatePrincipal = Sessions.ValidateAsync;
                cookie.Events.OnRedirectToLogin = async login =>
                {
                    if (await GivenBack.TryAsync(login.HttpContext, StatusCodes.Status400BadRequest))
                        return;
                    // A path, never the host that the request named.
                    var back = HttpMethods.IsGet(login.Request.Method)
                        ? login.Request.Path + login.Request.QueryString
                        : "/";
                    login.Response.Redirect($"/account/sign-in?returnUrl={Uri.EscapeDataString(back)}");
                };
                cookie.Events.OnRedirectToAccessDenied = denied =>
                {
                    denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            })
            // Identity keeps a passkey ceremony's state in this one, between the options and the answer.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
            {
                Shape(cookie, page, "passkey");
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            })
            // Never written here; Identity clears it when a reader's cookie is no longer good, and fails where it is unknown.
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme, cookie => Shape(cookie, page, "remembered"));
        services.AddAuthorization();
    }

    /// <summary>"__Host-" binds a cookie to this very host and to HTTPS; on loopback without HTTPS browsers refuse
    /// it.</summary>
    private static void Shape(CookieAuthenticationOptions cookie, PageOptions page, string name)
    {
        cookie.Cookie.Name = page.IsHttps ? $"__Host-{name}" : name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = page.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        cookie.Cookie.Path = "/";
    }
}
