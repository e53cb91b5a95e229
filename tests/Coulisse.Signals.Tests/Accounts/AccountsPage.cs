using Coulisse.Crypto.Passphrases;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coulisse.Signals.Tests.Accounts;

/// <summary>The whole program on a loopback port, with a clock that can be moved and logs that are kept.</summary>
internal sealed class AccountsPage : IAsyncDisposable
{
    private static readonly RequestLimits NoLimits = new(TimeSpan.FromMinutes(10), 10_000, 10_000, 10_000, 10_000,
        10_000);

    private static readonly HashingCosts Cheap = new(new Argon2Parameters(Argon2Parameters.MemoryKiBMin, Passes: 1));

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;
    private Action<IServiceCollection>? _more;
    private bool _isWholly;

    public MovableClock Clock { get; } = new();

    public KeptLogs Logs { get; } = new();

    public string DatabasePath => Path.Combine(_folder.Path, "test.page");

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public Database Database => _app!.Services.GetRequiredService<Database>();

    public IServiceProvider Services => _app!.Services;

    /// <summary>A page that hashes cheaply and keeps no logs: neither is what most tests are about.</summary>
    /// <param name="more">Further services that stand in for the program's own.</param>
    /// <param name="isWholly">As it is run: passphrases cost what they cost, and every log line is kept.</param>
    public static async Task<AccountsPage> StartAsync(RequestLimits? limits = null, Uri? publicAddress = null,
        Action<IServiceCollection>? more = null, bool isWholly = false)
    {
        var page = new AccountsPage { _more = more, _isWholly = isWholly };
        await page.RunAsync(limits ?? NoLimits, publicAddress ?? new Uri("http://127.0.0.1:0"));
        return page;
    }

    /// <summary>Ends the server and starts another over the same file.</summary>
    public async Task RestartAsync()
    {
        await _app!.DisposeAsync();
        await RunAsync(NoLimits, new Uri("http://127.0.0.1:0"));
    }

    public Browser NewBrowser(string? cookies = null) => new(Address, cookies);

    /// <summary>The path of a way in for that name, as the program prints it.</summary>
    public async Task<string> NameFirstEditorAsync(string name) =>
        Assert.IsType<EditorNaming.Named>(await TryNameFirstEditorAsync(name)).WayIn;

    public Task<EditorNaming> TryNameFirstEditorAsync(string name) => FirstEditor.NameAsync(
        DatabasePath, name, new SystemRandom(), Clock, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        _folder.Dispose();
        Logs.Dispose();
    }

    private async Task RunAsync(RequestLimits limits, Uri publicAddress)
    {
        var listen = new Uri("http://127.0.0.1:0");
        _app = PageHost.Build(new(DatabasePath, listen, publicAddress, [], Translator: null), services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(limits);
            if (_isWholly)
            {
                services.AddLogging(
                    logging => logging.ClearProviders().AddProvider(Logs).SetMinimumLevel(LogLevel.Trace));
            }
            else
                services.AddSingleton(Cheap).AddLogging(logging => logging.ClearProviders());
            _more?.Invoke(services);
        });
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(_app.Urls.First());
    }
}
