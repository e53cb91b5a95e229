using System.Collections.Immutable;

namespace Coulisse.Signals.SavedArticles;

/// <summary>An article and its thread as a browser's "save as text" leaves them.</summary>
/// <param name="Title">One line, never empty.</param>
/// <param name="CountAtTitle">The number of comments stated under the title, if any.</param>
/// <param name="SignInNotice">One line telling guests to sign in, if any.</param>
/// <param name="CountOverThread">The number stated over the thread, if any; it need not be true.</param>
/// <param name="Language">BCP 47 primary tag (en, fr, ru, ar, de, es), stated or guessed; null when unknown.</param>
public sealed record SavedArticle(
    string Title,
    int? CountAtTitle,
    ImmutableArray<ArticleBlock> Body,
    string? SignInNotice,
    int? CountOverThread,
    ImmutableArray<SavedComment> Thread,
    string? Language)
{
    public bool Equals(SavedArticle? other) =>
        other is not null && Title == other.Title && CountAtTitle == other.CountAtTitle
        && Sequences.Same(Body, other.Body) && SignInNotice == other.SignInNotice
        && CountOverThread == other.CountOverThread && Sequences.Same(Thread, other.Thread)
        && Language == other.Language;

    public override int GetHashCode() =>
        HashCode.Combine(Title, CountAtTitle, Sequences.Hash(Body), SignInNotice, CountOverThread,
            Sequences.Hash(Thread));
}
