namespace Coulisse.Signals.Tests.Accounts;

/// <summary>One page for all tests of a class that look, or are refused, or leave what no other minds.</summary>
public sealed class SharedAccounts : IAsyncLifetime
{
    internal AccountsPage Page { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Page = await AccountsPage.StartAsync();

    public ValueTask DisposeAsync() => Page.DisposeAsync();
}
