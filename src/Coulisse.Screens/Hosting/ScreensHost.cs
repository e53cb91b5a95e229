using System.Net;
using System.Text;
using Coulisse.Door;
using Coulisse.Languages;
using Coulisse.Screens.Desks;
using Coulisse.Screens.Pages;
using Coulisse.Screens.Words;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.FileProviders;
using Microsoft.FluentUI.AspNetCore.Components;

namespace Coulisse.Screens.Hosting;

/// <summary>Puts the program together.</summary>
internal static class ScreensHost
{
    // What a message takes, with what SignalR puts around it.
    private const int MessageBytesMax = 256 * 1024;
    private const int BodyBytesMax = 1024;

    /// <summary>On a loopback port that the system chooses; the caller starts, stops and disposes it.</summary>
    internal static WebApplication Build(string folder, Entrance entrance)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = "coulisse-screens",
            EnvironmentName = Environments.Production,
            Args = [],
        });
        builder.Configuration.Sources.Clear(); // the environment decides nothing here
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.ClearProviders(); // what is drawn here belongs in no log
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = BodyBytesMax;
            options.Listen(IPAddress.Loopback, port: 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        Add(builder.Services, folder, entrance);
        var screens = builder.Build();
        var gate = new Gate(entrance);
        screens.Use((context, next) => gate.PassAsync(context, next));
        screens.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "fonts")),
            RequestPath = "/fonts",
        });
        screens.UseRouting();
        screens.UseAntiforgery();
        Map(screens);
        return screens;
    }

    private static void Add(IServiceCollection services, string folder, Entrance entrance)
    {
        services.AddSingleton(entrance);
        services.AddSingleton(new Speech(InterfaceLanguages.Load(Speech.PhrasesFolder), folder));
        services.AddSingleton(new DeskDoor(folder));
        services.AddSingleton(new Habits(folder));
        services.AddSingleton<HeldRooms>();
        services.AddScoped<Holding>();
        services.AddScoped<CircuitHandler, HoldingWindow>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<LineWatch>();
        services.AddHostedService(given => given.GetRequiredService<LineWatch>());
        services.AddSingleton<ScreenLock>();
        services.AddHostedService(given => given.GetRequiredService<ScreenLock>());
        services.AddDataProtection().UseEphemeralDataProtectionProvider(); // no key on the disk
        services.AddFluentUIComponents();
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitMaxRetained = 4;
            options.DetailedErrors = false;
        }).AddHubOptions(options => options.MaximumReceiveMessageSize = MessageBytesMax);
    }

    private static async Task<IResult> LetterAsync(
        string? which, LineWatch lines, DeskDoor desk, ScreenLock locked, CancellationToken cancel) =>
        !locked.IsLocked && lines.Of(which) is { } line
            && await desk.LetterAsync(line.Line, cancel) is Answer<LetterAnswer>.Given { Value: var letter }
            ? Results.File(Encoding.UTF8.GetBytes(letter.Text), "application/octet-stream", letter.Name)
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

    private static void Map(WebApplication screens)
    {
        screens.MapGet("/enter", (HttpContext context, Speech speech) => EntrancePage.DrawAsync(context, speech));
        screens.MapPost("/enter", (HttpContext context, Entrance entrance) =>
            EntrancePage.EnterAsync(context, entrance)).DisableAntiforgery();
        screens.MapGet("/letter/{which?}", LetterAsync);
        screens.MapStaticAssets(
            Path.Combine(AppContext.BaseDirectory, "coulisse-screens.staticwebassets.endpoints.json"));
        screens.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            options.ContentSecurityFrameAncestorsPolicy = null; // ours says more
            options.ConfigureWebSocketAcceptContext = null;
        });
    }
}
