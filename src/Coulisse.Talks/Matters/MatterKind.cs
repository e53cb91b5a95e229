namespace Coulisse.Talks.Matters;

/// <summary>What a matter is about: several acts that belong together, opened by the first.</summary>
public enum MatterKind
{
    /// <summary>What did you mean by these words?</summary>
    Query,

    /// <summary>What was understood, in other words.</summary>
    ReadBack,

    /// <summary>What a word means.</summary>
    Term,

    /// <summary>A limit that must not be crossed.</summary>
    RedLine,

    /// <summary>A promise.</summary>
    Commitment,

    /// <summary>Situation reports at certain times.</summary>
    Rhythm,

    /// <summary>Who is whose opposite number.</summary>
    Counterpart,

    /// <summary>A remark among one's own.</summary>
    Remark,

    /// <summary>Dissent, recorded.</summary>
    Dissent,

    /// <summary>May this go to the other side?</summary>
    Approval,

    /// <summary>What our side says in another room needs approval.</summary>
    Rule,

    /// <summary>Would you say this in the open?</summary>
    Signal,

    /// <summary>Two texts, published at one minute.</summary>
    Release,

    /// <summary>What both sides sign.</summary>
    Record,

    /// <summary>Terms of the line.</summary>
    LineCharter,
}
