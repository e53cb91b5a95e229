namespace Coulisse.Talks.Signals;

/// <summary>What became of one side's part of a joint release.</summary>
public enum Publication
{
    /// <summary>This side is not bound to a text.</summary>
    NotBound,

    /// <summary>Bound, and the minute has not passed.</summary>
    NotYet,

    /// <summary>The text it was bound to, in the agreed minute.</summary>
    AsAgreed,

    /// <summary>Another text than the one it was bound to, alone or besides.</summary>
    Changed,

    /// <summary>The text it was bound to, before the minute.</summary>
    Early,

    /// <summary>The text it was bound to, after the minute.</summary>
    Late,

    /// <summary>The minute has passed and nothing was shown.</summary>
    Missing,
}
