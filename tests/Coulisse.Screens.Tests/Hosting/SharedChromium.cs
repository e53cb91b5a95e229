using Coulisse.Screens.Tests.Hosting;

[assembly: AssemblyFixture(typeof(SharedChromium))]

namespace Coulisse.Screens.Tests.Hosting;

/// <summary>One browser for all tests; each opens windows of its own in it.</summary>
public sealed class SharedChromium : IAsyncLifetime
{
    public Chromium? Chromium { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is not null)
            Chromium = await Chromium.StartAsync();
    }

    public ValueTask DisposeAsync() => Chromium?.DisposeAsync() ?? ValueTask.CompletedTask;
}
