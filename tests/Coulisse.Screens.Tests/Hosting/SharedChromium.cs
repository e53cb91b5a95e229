using Coulisse.Screens.Tests.Hosting;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SharedChromium))]

namespace Coulisse.Screens.Tests.Hosting;

/// <summary>One browser for all tests; each opens windows of its own in it. Two stories at once (xunit.runner.json):
/// more would only wait for each other's drawing.</summary>
public sealed class SharedChromium : IAsyncLifetime
{
    public Chromium? Chromium { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Theatre.PatienceMilliseconds);
        if (Chromium.Path is not null)
            Chromium = await Chromium.StartAsync();
    }

    public ValueTask DisposeAsync() => Chromium?.DisposeAsync() ?? ValueTask.CompletedTask;
}
