namespace Coulisse.Wire.Credence;

/// <summary>What comes of an entry that arrived.</summary>
public abstract record ChainTaking
{
    private ChainTaking()
    {
    }

    /// <summary>It fits what was known.</summary>
    public sealed record Taken(KnownChain Next) : ChainTaking;

    /// <summary>It is another seal's, and says nothing about this chain.</summary>
    public sealed record AnotherSeals : ChainTaking;

    /// <summary>
    /// Both entries are signed by the one seal and cannot both stand in one chain: proof that the seal was used twice.
    /// </summary>
    public sealed record Forked(SealEntry Known, SealEntry Arrived) : ChainTaking;

    /// <summary>More entries than are ever kept.</summary>
    public sealed record Full : ChainTaking;
}
