namespace Coulisse.Wire.Credence;

/// <summary>The answer to opening a seal's chain.</summary>
public abstract record SealChainOpening
{
    private SealChainOpening()
    {
    }

    /// <summary>The chain, locked until the caller disposes it.</summary>
    public sealed record Opened(SealChainFile Chain) : SealChainOpening;

    /// <summary>It stays closed; <paramref name="Offset"/> is where in the file, when that says anything.</summary>
    public sealed record Refused(SealChainRefusal Why, long Offset) : SealChainOpening;
}
