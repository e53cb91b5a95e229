using Coulisse.Signals.Items;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Threads;

/// <summary>Gathers the places that a comment may quote, the likeliest first.</summary>
public sealed class Quotables(ThreadReader threads)
{
    private const int EditionsSearchedMax = 4;

    /// <summary>
    /// The named place, then the answered comment and the places that it quotes itself, then the paragraphs of the text:
    /// read language first.
    /// </summary>
    /// <param name="item">Under which item is written.</param>
    /// <param name="named">The place the form carries; one that is not to be read by everyone is passed over.</param>
    /// <param name="answered">The comment being answered; null on the first level.</param>
    /// <param name="reading">The language in which the writer read the text.</param>
    public IEnumerable<Quotable> For(Item item, QuotedPlace? named, CommentId? answered, string reading)
    {
        if (named is not null && Find(item, named) is { } first)
            yield return first;
        if (answered is { } parent && Find(item, new QuotedPlace.InComment(parent)) is { } second)
            yield return second;
        foreach (var place in QuotedBy(answered))
        {
            if (Find(item, place) is { } beneath)
                yield return beneath;
        }
        if (item.State != ItemState.Published)
            yield break;
        foreach (var edition in item.LiveEditions.OrderBy(edition => edition.Language.Value != reading).Take(EditionsSearchedMax))
        {
            foreach (var block in Body.Blocks(edition.Live!.Body, []))
                yield return new(new QuotedPlace.InEdition(edition.Language.Value, edition.Live.Number, block.Number), block.PlainText);
        }
    }

    /// <summary>The words at one place, as everyone can read them now; null where there are none.</summary>
    public Quotable? Find(Item item, QuotedPlace place) => place switch
    {
        QuotedPlace.InComment named => threads.Find(named.Comment) is { Comment: { State: CommentState.Shown } comment }
            && comment.Item == item.Id ? new(place, comment.Text.OwnWords) : null,
        QuotedPlace.InEdition named => FindPassage(item, named),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Whoever answers a comment sees what it quotes, and may quote that too: it stays at its own place.
    private IEnumerable<QuotedPlace> QuotedBy(CommentId? answered) =>
        answered is { } id && threads.Find(id) is { Comment: { State: CommentState.Shown } comment }
            ? comment.Text.Quoted.Select(quoted => quoted.Place).Distinct() : [];

    private static Quotable? FindPassage(Item item, QuotedPlace.InEdition named)
    {
        if (item.State != ItemState.Published || LanguageTag.Parse(named.Language) is not { } language
            || item.In(language)?.Live is not { } live || live.Number != named.Version)
            return null;
        var block = Body.Blocks(live.Body, []).FirstOrDefault(block => block.Number == named.Paragraph);
        return block is null ? null : new(named, block.PlainText);
    }
}
