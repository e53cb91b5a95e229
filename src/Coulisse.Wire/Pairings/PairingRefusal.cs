namespace Coulisse.Wire.Pairings;

/// <summary>Why an event changes nothing.</summary>
public enum PairingRefusal
{
    /// <summary>The letter is of the own party.</summary>
    OwnLetter = 1,

    /// <summary>The letter bears the own party's name, and another seal.</summary>
    OwnName,

    /// <summary>The letter is of a third party; a line has two, and a further party a line of its own.</summary>
    ThirdParty,

    /// <summary>That very letter was given before.</summary>
    SameLetter,

    /// <summary>A later letter of the same seal was given before.</summary>
    OlderLetter,

    /// <summary>
    /// The party's name, and another seal, which the known one does not vouch for: a substitution, or a theft that its
    /// owner has to tell of.
    /// </summary>
    AnotherSeal,

    /// <summary>The known seal under another name.</summary>
    AnotherName,

    /// <summary>No letter was given, so there is nothing to compare.</summary>
    NoLetter,

    /// <summary>Nothing was compared, so nothing can be recognised.</summary>
    NotCompared,

    /// <summary>The comparison was made and matched; recognise the seal first.</summary>
    ComparedAlready,

    /// <summary>The comparison failed. Only another letter can start again.</summary>
    Ended,

    /// <summary>The seal is recognised already.</summary>
    RecognisedAlready,

    /// <summary>The recognition is not the own seal's, or is of something else than what was compared.</summary>
    RecognitionOfAnother,

    /// <summary>No seal is recognised yet that a theft could have replaced.</summary>
    NothingReplaced,
}
