namespace Coulisse.Door;

/// <summary>What a desk answered.</summary>
public abstract record Answer<T>
{
    private Answer()
    {
    }

    /// <summary>What was asked for.</summary>
    public sealed record Given(T Value) : Answer<T>;

    /// <summary>No, in a sentence that says what to do.</summary>
    public sealed record Refused(RefusedAnswer Why) : Answer<T>;

    /// <summary>Something that this version does not know: whether it was done is not known either.</summary>
    public sealed record Unknown : Answer<T>;

    /// <summary>Nobody answered: whether it was done is not known.</summary>
    public sealed record Gone : Answer<T>;
}
