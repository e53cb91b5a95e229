namespace Coulisse.Signals.SavedArticles;

/// <summary>Why a line is not in the article.</summary>
public enum UnreadReason
{
    /// <summary>Between the count and the first comment, and not the notice.</summary>
    Stray,

    /// <summary>In the place of a comment's date, but not a date and time that can be read.</summary>
    DateNotUnderstood,

    /// <summary>Cut at a named maximum (line, title, author, notice).</summary>
    LineTooLong,

    /// <summary>A further count right above the thread.</summary>
    SecondCount,
}
