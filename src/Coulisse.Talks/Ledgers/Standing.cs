namespace Coulisse.Talks.Ledgers;

/// <summary>How a promise stands at a moment.</summary>
public enum Standing
{
    /// <summary>Promised, and not acknowledged.</summary>
    Promised,

    /// <summary>Acknowledged, and not due.</summary>
    Acknowledged,

    /// <summary>One side says that it was kept, the other says nothing.</summary>
    KeptSaysOne,

    /// <summary>One side says that it was broken, the other says nothing.</summary>
    BrokenSaysOne,

    /// <summary>Both say that it was kept.</summary>
    Kept,

    /// <summary>Both say that it was broken.</summary>
    Broken,

    /// <summary>The sides do not agree on what became of it, or on what was promised.</summary>
    Contested,

    /// <summary>The date has passed and neither side has said anything.</summary>
    Lapsed,

    /// <summary>Taken back before it was acknowledged.</summary>
    Withdrawn,

    /// <summary>The other side asks for it no longer.</summary>
    Released,
}
