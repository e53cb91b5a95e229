namespace Coulisse.Desk;

/// <summary>Why a person's act was not done. Nothing changed.</summary>
public enum DeskRefusal
{
    /// <summary>There is no such room here.</summary>
    NoSuchRoom = 1,

    /// <summary>There is one of this identifier already.</summary>
    RoomExists = 2,

    /// <summary>The room is not at the point where this can be done.</summary>
    NotNow = 3,

    /// <summary>The text is longer than one message takes.</summary>
    TooLong = 4,

    /// <summary>There is nothing to say.</summary>
    Empty = 5,

    /// <summary>The desk's mandate does not bind its party.</summary>
    MandateTooNarrow = 6,

    /// <summary>Who is proposed is in the room, or is proposed already.</summary>
    KnownAlready = 7,

    /// <summary>It waits for nothing like that: no intent of this name, or its end is there.</summary>
    NoSuchIntent = 8,

    /// <summary>Too many are proposed without an answer.</summary>
    TooMany = 9,

    /// <summary>The order is not of our party's seal.</summary>
    NotOurOrder = 10,

    /// <summary>This vault is an old copy, or another desk uses it too.</summary>
    IsOlder = 11,

    /// <summary>The talk does not allow this act; the effect says why.</summary>
    NotInThisTalk = 12,

    /// <summary>The key package that an order names is not here.</summary>
    NotItsKeyPackage = 13,

    /// <summary>The order puts another desk, office or mandate in a leaf's place.</summary>
    OfAnotherDesk = 14,

    /// <summary>In a caucus nobody goes by orders of the seal, which the other side reads in its chain.</summary>
    NotAtHome = 15,

    /// <summary>Only in a caucus a person puts somebody out; elsewhere their party's seal does.</summary>
    OnlyAtHome = 16,

    /// <summary>Nobody of another party comes into a caucus.</summary>
    OfAnotherParty = 17,

    /// <summary>Nobody could agree to terms like these.</summary>
    TermsNotFit = 18,

    /// <summary>The terms of the room let another mandate consent.</summary>
    NotByTheTerms = 19,

    /// <summary>These words are not held any more: they were said, or taken back.</summary>
    NotHeld = 20,

    /// <summary>The terms of a room would let more than those of its line.</summary>
    WiderThanLine = 21,
}
