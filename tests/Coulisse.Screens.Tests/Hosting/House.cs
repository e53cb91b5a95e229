namespace Coulisse.Screens.Tests.Hosting;

/// <summary>A publication of its own for a class whose tests change it; without Chromium they are skipped, with the
/// reason.</summary>
public sealed class House(SharedChromium shared) : IAsyncLifetime
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

    public async ValueTask InitializeAsync()
    {
        if (shared.Chromium is { } chromium)
            _theatre = await Theatre.OpenAsync(chromium);
    }

    public ValueTask DisposeAsync() => _theatre?.DisposeAsync() ?? ValueTask.CompletedTask;
}
