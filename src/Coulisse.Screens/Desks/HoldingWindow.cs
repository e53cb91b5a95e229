using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Coulisse.Screens.Desks;

/// <summary>A window that is closed, or that nothing is heard of any more, lets nothing go.</summary>
internal sealed class HoldingWindow(Holding holding) : CircuitHandler
{
    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        holding.Leave();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        holding.Return();
        return Task.CompletedTask;
    }
}
