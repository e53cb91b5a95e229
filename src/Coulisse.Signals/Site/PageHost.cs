using System.Text.Encodings.Web;
using System.Text.Unicode;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Claims;
using Coulisse.Signals.Feeds;
using Coulisse.Signals.Items;
using Coulisse.Languages;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Publisher;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Statements;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Threads;
using Coulisse.Signals.Translations;
using Microsoft.Extensions.FileProviders;

namespace Coulisse.Signals.Site;

/// <summary>Puts the page's program together. Tests build the same program on a port of their own.</summary>
public static class PageHost
{
    /// <summary>Opens the file and builds the server; the caller runs and disposes it.</summary>
    /// <exception cref="PageStoreException">The file cannot be used.</exception>
    /// <param name="options">Where the page stands.</param>
    /// <param name="replace">For tests: another clock, other limits.</param>
    public static WebApplication Build(PageOptions options, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() // flags and the page's own file decide, nothing else
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore().UseUrls(options.Listen.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            KestrelLimits.Apply(server.Limits);
        });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // It warns at every page with a form that it sets no-store, which is what every such page of ours says already.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        AddServices(builder.Services, options);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, PageOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IRandomSource, SystemRandom>();
        services.AddSingleton(_ => Database.Open(options.DatabasePath, besideARunningPage: false));
        services.AddSingleton<Changes>();
        services.AddSingleton<SiteSettings>();
        services.AddSingleton(_ => InterfaceLanguages.Load(InterfaceLanguages.DefaultFolder));
        services.AddSingleton<HtmlEncoder>(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<PageCache>();
        services.AddSingleton<PageAnswers>();
        services.AddSingleton<VisitFactory>();
        services.AddSingleton<ItemStore>();
        services.AddSingleton<ItemWriter>();
        services.AddSingleton<SignedFileStore>();
        services.AddSingleton<TranslationReportStore>();
        services.AddSingleton(provider => new MachineTranslation(options.Translator, options.TranslatorKeyFile,
            MachineLimits.Usual, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ClaimStore>();
        services.AddSingleton<ReleaseClock>();
        services.AddHostedService(provider => provider.GetRequiredService<ReleaseClock>());
        PublisherPages.AddServices(services);
        services.AddSingleton<ClaimReader>();
        services.AddSingleton<SignedFiles>();
        services.AddSingleton<Fingerprints>();
        services.AddSingleton<ItemModels>();
        services.AddSingleton<FrontModels>();
        services.AddSingleton<FeedPages.Sources>();
        services.AddThreads();
        services.AddSingleton(provider => AccountsForThreads.Of(provider.GetRequiredService<Database>()));
        services.AddPageAccounts(options);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = options.IsHttps ? "__Host-form" : "form";
            antiforgery.Cookie.SecurePolicy = options.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        });
    }

    /// <summary>The order is the order of a request's way through.</summary>
    private static void Use(WebApplication app)
    {
        app.UseTrustedProxies(app.Services.GetRequiredService<PageOptions>());
        SecurityHeaders.Use(app);
        HeadRequests.Use(app);
        ErrorPages.Use(app);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(app.Environment.WebRootPath),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=3600",
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        ReadableForms.Use(app);
        app.UseAntiforgery();
        FrontPages.Map(app);
        VerifyPages.Map(app);
        ItemPages.Map(app);
        PublisherPages.Map(app);
        app.MapPageAccounts();
        FeedPages.Map(app);
        app.MapThreads();
    }
}
