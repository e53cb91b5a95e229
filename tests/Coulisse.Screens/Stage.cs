using System.Net;
using System.Net.Sockets;
using Coulisse.Crypto.Passphrases;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Coulisse.Screens;

/// <summary>The page's real program on a loopback port of its own, over a fresh file.</summary>
public sealed class Stage : IAsyncDisposable
{
    /// <summary>Many readers sit behind one address here.</summary>
    public static readonly RequestLimits Generous = new(TimeSpan.FromMinutes(10), 10_000, 10_000, 10_000, 10_000, 10_000);

    // How hard a passphrase is to guess is not looked at here.
    private static readonly HashingCosts Cheap = new(new Argon2Parameters(Argon2Parameters.MemoryKiBMin, Passes: 1));

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private Stage(WebApplication app, DirectoryInfo folder, Uri address) => (_app, _folder, Address) = (app, folder, address);

    /// <summary>On localhost, which browsers take for secure: passkeys work there without a certificate.</summary>
    public Uri Address { get; }

    public string DatabasePath => PathIn(_folder);

    public static async Task<Stage> OpenAsync(RequestLimits limits, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("coulisse-screens-");
        var port = FreePort();
        var address = new Uri($"http://localhost:{port}");
        var app = PageHost.Build(
            new(PathIn(folder), new Uri($"http://127.0.0.1:{port}"), address, [], Translator: null),
            services => services.AddSingleton(limits).AddSingleton(Cheap));
        await app.StartAsync(cancel);
        return new(app, folder, address);
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string PathIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "screens.page");

    // The public address stands in links before the server has a port of its own choosing.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
