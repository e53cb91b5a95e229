namespace Coulisse.Talks.Matters;

/// <summary>What a mandate has to allow.</summary>
public enum Right
{
    /// <summary>To bind the party by what is said.</summary>
    Speak,

    /// <summary>To consent for the party, or to bind it by a promise or a signature: as <see cref="Speak"/>, of those
    /// whom the terms of the room let.</summary>
    Consent,

    /// <summary>To speak for what one wrote oneself; else as <see cref="Speak"/>.</summary>
    SpeakForOwnWords,

    /// <summary>To say what words mean.</summary>
    Render,

    /// <summary>To ask.</summary>
    Ask,

    /// <summary>To report.</summary>
    Report,

    /// <summary>To speak among one's own.</summary>
    Confer,

    /// <summary>One of the mandates that whoever asked for approval has named.</summary>
    AsAsked,
}
