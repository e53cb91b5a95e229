namespace Coulisse.Wire.Leaves;

/// <summary>The answer to who a leaf is.</summary>
public abstract record LeafVerification
{
    private LeafVerification()
    {
    }

    /// <summary>A desk of a recognised party.</summary>
    public sealed record Accredited(AccreditedLeaf Leaf) : LeafVerification;

    /// <summary>Nobody's.</summary>
    public sealed record Refused(LeafRefusal Why) : LeafVerification;
}
