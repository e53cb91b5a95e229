namespace Coulisse.Desk;

/// <summary>What one step wants done and shown, and the instant under which it is shown.</summary>
/// <param name="now">By this machine's clock; it decides nothing.</param>
internal sealed class StepEffects(DateTimeOffset now) : List<DeskEffect>
{
    internal DateTimeOffset Now { get; } = now;
}
