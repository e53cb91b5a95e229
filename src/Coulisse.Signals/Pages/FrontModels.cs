using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Text;
using Coulisse.Signals.Threads;

namespace Coulisse.Signals.Pages;

/// <summary>Gathers what stands on a front page.</summary>
public sealed class FrontModels(ItemStore items, CommentCount comments)
{
    public const int SummaryCharsMax = 260;

    public FrontModel Load(string language, int most) => new(
        [.. from item in items.Public(most)
            let edition = item.BestFor(language)
            where edition is not null
            select new FrontEntry(item, edition, SummaryOf(item, edition), comments(item.Id))]);

    private static string SummaryOf(Item item, Edition edition)
    {
        if (item.State == ItemState.Withdrawn)
            return "";
        var first = Body.Blocks(edition.Live!.Body, []).FirstOrDefault(block => block.Kind == BlockKind.Paragraph)?.PlainText ?? "";
        if (first.Length <= SummaryCharsMax)
            return first;
        var end = first.LastIndexOf(' ', SummaryCharsMax);
        return first[..(end > 0 ? end : SummaryCharsMax)] + "…";
    }
}
