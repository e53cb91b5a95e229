namespace Coulisse.Signals.SavedArticles;

/// <summary>What came of reading a file: an article with a report on the reading, or a refusal.</summary>
public abstract record SavedArticleReading
{
    private SavedArticleReading() { }

    public sealed record Read(SavedArticle Article, ReadingReport Report) : SavedArticleReading;

    public sealed record NotAnArticle(NotAnArticleReason Reason) : SavedArticleReading
    {
        /// <summary>What is wrong and what to do, in one English sentence.</summary>
        public string Sentence => Reason switch
        {
            NotAnArticleReason.Empty => "The file holds no text; save the page again as plain text.",
            NotAnArticleReason.TooLarge =>
                $"The file is larger than {SavedArticleLimits.FileBytesMax / 1024 / 1024} MiB; "
                + "cut it or save less of the page.",
            NotAnArticleReason.Binary => "The file is not text; in the browser choose \"save as\", then \"text\".",
            NotAnArticleReason.Markup => "The file is HTML or XML; in the browser choose \"save as\", then \"text\".",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
