namespace Coulisse.Talks.Matters;

/// <summary>Where a matter stands.</summary>
public enum Stage
{
    /// <summary>Nothing was said yet.</summary>
    Nothing,

    /// <summary>Asked, and not answered.</summary>
    Asked,

    /// <summary>Answered, and not closed.</summary>
    Answered,

    /// <summary>Whoever asked has understood.</summary>
    Closed,

    /// <summary>Whoever opened it asks no more.</summary>
    TakenBack,

    /// <summary>Said, and the other side has not answered.</summary>
    Said,

    /// <summary>The author meant it so.</summary>
    Confirmed,

    /// <summary>The author meant it otherwise.</summary>
    Corrected,

    /// <summary>A word without a definition.</summary>
    Open,

    /// <summary>Proposed by one side.</summary>
    Proposed,

    /// <summary>Both sides agree.</summary>
    Agreed,

    /// <summary>Both sides agreed, and one proposes another version.</summary>
    Reopened,

    /// <summary>A language has no word for it.</summary>
    NoEquivalent,

    /// <summary>Stated by one side.</summary>
    Stated,

    /// <summary>The other side asks what it means.</summary>
    Questioned,

    /// <summary>Stated again, in clearer words.</summary>
    Clarified,

    /// <summary>The other side says that it understands; not that it agrees.</summary>
    Understood,

    /// <summary>The other side does not accept it.</summary>
    Contested,

    /// <summary>Whoever said it does so no longer.</summary>
    Withdrawn,

    /// <summary>Promised, and not acknowledged.</summary>
    Promised,

    /// <summary>The other side has heard it.</summary>
    Acknowledged,

    /// <summary>The other side no longer asks for it.</summary>
    Released,

    /// <summary>It has ended.</summary>
    Ended,

    /// <summary>It may be so.</summary>
    Accepted,

    /// <summary>It may not.</summary>
    Refused,

    /// <summary>It was said to the other side.</summary>
    Crossed,

    /// <summary>Other words are proposed.</summary>
    Countered,

    /// <summary>Both are bound to their texts.</summary>
    Bound,

    /// <summary>One or both have shown their text.</summary>
    Revealed,

    /// <summary>It will not be done together.</summary>
    CalledOff,

    /// <summary>Both sides have signed it.</summary>
    Countersigned,
}
