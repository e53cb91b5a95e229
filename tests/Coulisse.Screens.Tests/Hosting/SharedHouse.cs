namespace Coulisse.Screens.Tests.Hosting;

/// <summary>One publication for all classes that only look, or leave behind nothing that another looks at; without
/// Chromium their tests are skipped, with the reason. Others have a <see cref="House"/> of their own.</summary>
public sealed class SharedHouse(SharedChromium shared) : IAsyncLifetime
{
    private Theatre? _theatre;

    public Theatre Theatre
    {
        get
        {
            Assert.SkipUnless(_theatre is not null, Chromium.WhyMissing);
            return _theatre;
        }
    }

    public async ValueTask InitializeAsync() => _theatre = await shared.TheatreAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
