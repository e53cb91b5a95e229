using System.Text.Encodings.Web;
using System.Text.Unicode;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Claims;
using Coulisse.Signals.Feeds;
using Coulisse.Signals.Items;
using Coulisse.Signals.Languages;
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
    public static WebApplication Build(PageOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.WebHost.UseUrls(options.Listen.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            KestrelLimits.Apply(server.Limits);
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        AddServices(builder.Services, options);
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
        services.AddSingleton<ItemModels>();
        services.AddSingleton<FrontModels>();
        services.AddSingleton<FeedPages.Sources>();
        services.AddSingleton<ThreadIndexes>();
        services.AddSingleton<ThreadReader>();
        services.AddSingleton<CommentCount>(provider => provider.GetRequiredService<ThreadReader>().Count);
        services.AddSingleton<OwnVotes>(_ => (_, _) => System.Collections.Frozen.FrozenDictionary<long, int>.Empty);
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = options.IsHttps ? "__Host-form" : "form");
    }

    /// <summary>The order is the order of a request's way through.</summary>
    private static void Use(WebApplication app)
    {
        SecurityHeaders.Use(app);
        ErrorPages.Use(app);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(app.Environment.WebRootPath),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=3600",
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        FrontPages.Map(app);
        VerifyPages.Map(app);
        ItemPages.Map(app);
        PublisherPages.Map(app);
        FeedPages.Map(app);
    }
}
