using System.Collections.Immutable;

namespace Coulisse.Signals.Moderation;

/// <summary>When this page holds comments for review. Every figure has a limit; 0 switches a rule off.</summary>
public sealed record HoldingSettings
{
    public const int CountMax = 1_000;
    public const int MinutesMax = 60 * 24 * 366;
    public const int WordsMax = 1_000;
    public const int WordLengthMax = 100;

    public static HoldingSettings Default { get; } = new();

    /// <summary>An author with fewer comments on the page than this is new.</summary>
    public int ReleasedBeforeMin { get; init; } = 1;

    /// <summary>An account younger than this many minutes is new.</summary>
    public int AccountAgeMinutesMin { get; init; } = 60;

    /// <summary>An author with this many comments on the page may link as they like.</summary>
    public int ReleasedToLinkFreely { get; init; } = 10;

    /// <summary>Links that any other author's comment may have.</summary>
    public int LinksMax { get; init; } = 1;

    /// <summary>Comments that one author may write in <see cref="RateMinutes"/>.</summary>
    public int RateMax { get; init; } = 5;

    public int RateMinutes { get; init; } = 10;

    /// <summary>Words and phrases that a moderator wants to see first.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The same with every figure and list inside its limits.</summary>
    public HoldingSettings Limited() => this with
    {
        ReleasedBeforeMin = Math.Clamp(ReleasedBeforeMin, 0, CountMax),
        AccountAgeMinutesMin = Math.Clamp(AccountAgeMinutesMin, 0, MinutesMax),
        ReleasedToLinkFreely = Math.Clamp(ReleasedToLinkFreely, 0, CountMax),
        LinksMax = Math.Clamp(LinksMax, 0, CountMax),
        RateMax = Math.Clamp(RateMax, 0, CountMax),
        RateMinutes = Math.Clamp(RateMinutes, 0, MinutesMax),
        Words = Words.IsDefault ? [] : [.. Words.Select(word => word.Trim())
            .Where(word => word.Length is > 0 and <= WordLengthMax).Distinct().Take(WordsMax)],
    };
}
