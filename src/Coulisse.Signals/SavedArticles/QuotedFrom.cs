namespace Coulisse.Signals.SavedArticles;

/// <summary>Where the words of a quotation in a comment were found.</summary>
public enum QuotedFrom
{
    Nowhere,

    /// <summary>In the comment that is being answered.</summary>
    Parent,

    /// <summary>In the article's body.</summary>
    Body,
}
