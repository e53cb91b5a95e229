namespace Coulisse.Screens.Desks;

/// <summary>What a desk answered.</summary>
internal abstract record Answer<T>
{
    private Answer()
    {
    }

    /// <summary>What was asked for.</summary>
    internal sealed record Given(T Value) : Answer<T>;

    /// <summary>No, in a sentence that says what to do.</summary>
    internal sealed record Refused(string Sentence) : Answer<T>;

    /// <summary>Nobody answered: whether it was done is not known.</summary>
    internal sealed record Gone : Answer<T>;
}
