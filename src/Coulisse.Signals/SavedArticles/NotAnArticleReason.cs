namespace Coulisse.Signals.SavedArticles;

/// <summary>Why a file was refused whole.</summary>
public enum NotAnArticleReason
{
    Empty,
    TooLarge,
    Binary,
    Markup,
}
