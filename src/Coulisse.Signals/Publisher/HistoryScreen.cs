using Coulisse.Signals.Items;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Publisher;

/// <summary><c>/publisher/items/{item}/{language}/history</c></summary>
internal sealed class HistoryScreen(ItemStore items, Screens screens)
{
    public static void Map(IEndpointRouteBuilder publisher) => publisher.MapGet("/items/{item:long}/{language}/history",
        (long item, string language, int? from, int? to, HttpContext context, HistoryScreen screen) =>
            screen.ShowAsync(context, new(item), language, from, to));

    private Task<IResult> ShowAsync(HttpContext context, ItemId id, string language, int? from, int? to)
    {
        if (LanguageTag.Parse(language) is not { } tag || items.Find(id) is not { } item || item.In(tag) is not { } edition)
            return Screens.MissingAsync(context);
        var versions = items.History(id, tag);
        var later = versions.FirstOrDefault(v => v.Number == to) ?? versions[0];
        var earlier = versions.FirstOrDefault(v => v.Number == from)
            ?? versions.FirstOrDefault(v => v.Number < later.Number) ?? later;
        var changes = earlier == later
            ? []
            : Differences.Of($"{earlier.Title}\n\n{earlier.Body}", $"{later.Title}\n\n{later.Body}");
        return screens.ShowAsync<History>(context, new HistoryModel(item, edition, versions, earlier, later, changes));
    }
}
