namespace Coulisse.Wire.Pairings;

/// <summary>Whether the files given make a line.</summary>
public abstract record LineCredenceReading
{
    private LineCredenceReading()
    {
    }

    /// <summary>They do.</summary>
    public sealed record Whole(LineCredence Credence) : LineCredenceReading;

    /// <summary>Something is not there yet.</summary>
    public sealed record Incomplete(LineCredenceGap Gap) : LineCredenceReading;
}

/// <summary>What a line lacks first.</summary>
public enum LineCredenceGap
{
    /// <summary>The own party's letter, as it was given to the other.</summary>
    OwnLetter = 1,

    /// <summary>The own seal's recognition of the other party.</summary>
    Recognition = 2,

    /// <summary>A letter of the recognised seal.</summary>
    OtherLetter = 3,
}
