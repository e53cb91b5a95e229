namespace Coulisse.Signals.Claims;

/// <summary>What is wrong with a claim as it was entered.</summary>
public enum ClaimFault
{
    NoWords = 1,
    WordsTooLong,

    /// <summary>They do not stand so in the text, within one paragraph.</summary>
    WordsNotThere,

    NoSpeaker,
    SpeakerTooLong,
    SourceTooLong,
    ChainTooLong,
    NoHedge,
}
