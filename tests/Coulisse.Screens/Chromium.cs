using Microsoft.Playwright;

namespace Coulisse.Screens;

/// <summary>Debian's Chromium, driven; it speaks to nobody but the page it is given.</summary>
public sealed class Chromium : IAsyncDisposable
{
    public const string WhyMissing = "Chromium is missing; install Debian's package 'chromium' or name one in COULISSE_CHROMIUM.";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    /// <summary>Where it stands; null when it is missing.</summary>
    public static string? Path { get; } = new[] { Environment.GetEnvironmentVariable("COULISSE_CHROMIUM"), "/usr/bin/chromium" }
        .FirstOrDefault(path => File.Exists(path));

    /// <exception cref="InvalidOperationException">It is missing.</exception>
    public static async Task<Chromium> StartAsync()
    {
        if (Path is null)
            throw new InvalidOperationException(WhyMissing);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Arguments });
        return new(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
