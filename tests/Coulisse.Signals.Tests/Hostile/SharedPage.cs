namespace Coulisse.Signals.Tests.Hostile;

/// <summary>One peopled page for all tests of a class that only look.</summary>
public sealed class SharedPage : IAsyncLifetime
{
    internal PeopledPage Page { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Page = await PeopledPage.StartAsync();

    public ValueTask DisposeAsync() => Page.DisposeAsync();
}
