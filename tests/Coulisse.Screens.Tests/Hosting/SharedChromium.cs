using Coulisse.Screens.Tests.Hosting;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SharedChromium))]

namespace Coulisse.Screens.Tests.Hosting;

/// <summary>One browser for all tests; each opens windows of its own in it. Two stories at once (xunit.runner.json):
/// more would only wait for each other's drawing.</summary>
public sealed class SharedChromium : IAsyncLifetime
{
    private readonly SemaphoreSlim _founding = new(1, 1);
    private Theatre? _theatre;

    public Chromium? Chromium { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Theatre.PatienceMilliseconds);
        if (Chromium.Path is not null)
            Chromium = await Chromium.StartAsync();
    }

    /// <summary>The publication that classes share, founded for the first that asks; null without Chromium.</summary>
    public async Task<Theatre?> TheatreAsync()
    {
        if (Chromium is null)
            return null;
        await _founding.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _theatre ??= await Theatre.OpenAsync(Chromium);
        }
        finally
        {
            _founding.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_theatre is not null)
            await _theatre.DisposeAsync();
        if (Chromium is not null)
            await Chromium.DisposeAsync();
        _founding.Dispose();
    }
}
