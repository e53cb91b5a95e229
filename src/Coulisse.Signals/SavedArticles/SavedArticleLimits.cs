namespace Coulisse.Signals.SavedArticles;

/// <summary>How much of a saved article is read. Characters are UTF-16 units; columns are spaces.</summary>
public static class SavedArticleLimits
{
    /// <summary>A larger file is refused whole.</summary>
    public const int FileBytesMax = 16 * 1024 * 1024;

    /// <summary>A longer line is cut here and reported.</summary>
    public const int LineCharsMax = 100_000;

    public const int TitleCharsMax = 500;
    public const int AuthorCharsMax = 60;
    public const int AttributionCharsMax = 300;
    public const int NoticeCharsMax = 500;
    public const int HeadingCharsMax = 80;

    /// <summary>Levels of comments kept: 1 is the top. What is deeper joins the last level, in order.</summary>
    public const int ThreadLevelsMax = 32;

    /// <summary>Comment numbers, scores and counts beyond this are not read as numbers.</summary>
    public const int NumberMax = 999_999_999;

    /// <summary>Indentation counts up to this column.</summary>
    public const int IndentColumnsMax = 512;

    /// <summary>Entries of one kind kept in a report; the rest are only counted.</summary>
    public const int ReportEntriesMax = 1_000;

    /// <summary>Characters of a line shown in a report.</summary>
    public const int ShownCharsMax = 80;

    /// <summary>Lines other than the notice that may stand between the count and the first comment.</summary>
    internal const int StrayLinesMax = 12;

    /// <summary>A quotation that carries no mark is sought between these lengths.</summary>
    internal const int QuotedCharsMin = 12;
    internal const int QuotedCharsMax = 4_000;

    /// <summary>Characters gone through, in one file, while looking for the place of quoted words.</summary>
    internal const long SoughtCharsMax = 32_000_000;
}
