using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Pairings;

/// <summary>What codes that were read come to.</summary>
public abstract record LetterJoining
{
    private LetterJoining()
    {
    }

    /// <summary>All are there.</summary>
    public sealed record Whole(Sealed<Letter> Letter) : LetterJoining;

    /// <summary>Some are not.</summary>
    /// <param name="Total">How many there are; 0 while none was read.</param>
    /// <param name="Missing">The numbers of those that were not read.</param>
    public sealed record Partial(int Total, IReadOnlyList<int> Missing) : LetterJoining;

    /// <summary>They are not one letter's.</summary>
    public sealed record Refused(LetterCodesRefusal Why) : LetterJoining;
}

/// <summary>Why codes are not taken.</summary>
public enum LetterCodesRefusal
{
    /// <summary>A code for something else.</summary>
    Unrelated,

    /// <summary>Made by another version of Coulisse.</summary>
    OtherVersion,

    /// <summary>They are parts of two letters.</summary>
    OtherLetter,

    /// <summary>One was changed on its way, or all together are no letter.</summary>
    Damaged,
}
