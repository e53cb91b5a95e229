using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Hosting;
using Coulisse.Signals.Threads;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using static Coulisse.Signals.Tests.Threads.PageFile;

namespace Coulisse.Signals.Tests.Threads;

/// <summary>The whole program with one published item; a browser says in a header who sits at it.</summary>
public sealed class ThreadSite : IAsyncDisposable
{
    public const string ItemAddress = "/en/1/a-quiet-line";
    private const string WhoHeader = "Who";

    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;

    private ThreadSite(WebApplication app, TemporaryFolder folder) => (_app, _folder) = (app, folder);

    public static async Task<ThreadSite> StartAsync()
    {
        var folder = new TemporaryFolder();
        var any = new Uri("http://127.0.0.1:0");
        var app = PageHost.Build(new(Path.Combine(folder.Path, "test.page"), any, any, [], Translator: null), services =>
        {
            services.AddAuthentication("who").AddScheme<AuthenticationSchemeOptions, WhoHandler>("who", null);
            services.AddSingleton(new ThreadAccounts(
                accounts => accounts.ToDictionary(account => account, account => account.Value), _ => Noon, () => 2));
        });
        var site = new ThreadSite(app, folder);
        await site.PublishAsync();
        await app.StartAsync(Cancel);
        return site;
    }

    public ThreadBrowser Browser(string? who)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = new Uri(_app.Urls.First()),
        };
        if (who is not null)
            client.DefaultRequestHeaders.Add(WhoHeader, who);
        return new(client);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private Task<int> PublishAsync() => _app.Services.GetRequiredService<Database>().WriteAsync(connection =>
    {
        HoldingSettingsStore.Save(connection, new() { ReleasedBeforeMin = 0, AccountAgeMinutesMin = 0, RateMax = 0, Words = ["swindler"] });
        return connection.Run("""
            INSERT INTO item (id, public_id, kind, state, original_language, created_at, published_at)
            VALUES (1, 'a0', 2, 3, 'en', 0, 0);
            INSERT INTO edition (item, language, standing, live_version) VALUES (1, 'en', 1, 1);
            INSERT INTO edition_version (item, language, number, title, body, written_at)
            VALUES (1, 'en', 1, 'A quiet line', 'The line was tested on Friday.' || char(10, 10) || 'Nobody answered.', 0);
            """);
    }, Cancel);

    private sealed class WhoHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers[WhoHeader].ToString() is not { Length: > 0 } who)
                return Task.FromResult(AuthenticateResult.NoResult());
            var identity = new ClaimsIdentity(
                [new(ClaimTypes.NameIdentifier, who), new(ClaimTypes.Name, who)], "who", ClaimTypes.Name, ClaimTypes.Role);
            if (who.StartsWith("moderator", StringComparison.Ordinal))
                identity.AddClaim(new(ClaimTypes.Role, Viewer.ModeratorRole));
            if (who == "suspended")
                identity.AddClaim(new(Viewer.SuspendedClaim, ""));
            return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), "who")));
        }
    }
}
