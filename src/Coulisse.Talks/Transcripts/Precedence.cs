namespace Coulisse.Talks.Transcripts;

/// <summary>How fast, not how important.</summary>
public enum Precedence
{
    /// <summary>Six hours.</summary>
    Routine = 0,

    /// <summary>Three hours.</summary>
    Priority = 1,

    /// <summary>Thirty minutes.</summary>
    Immediate = 2,

    /// <summary>Ten minutes.</summary>
    Flash = 3,
}
