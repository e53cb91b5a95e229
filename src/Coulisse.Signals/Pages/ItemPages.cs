using Coulisse.Signals.Items;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Site;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Pages;

/// <summary>An item in one language, with the thread that all its editions share.</summary>
internal static class ItemPages
{
    public static void Map(IEndpointRouteBuilder page) =>
        page.MapGet("/{language:length(2,35)}/{item:long}/{slug?}", ShowAsync);

    private static async Task ShowAsync(string language, long item, string? slug, int? page, HttpContext context,
        VisitFactory visits, PageAnswers answers, ItemStore items, Changes changes)
    {
        var id = new ItemId(item);
        var state = changes.OfItem(id);
        var visit = visits.For(context);
        var address = $"/{language}/{item}/{slug}?{page}";
        if (answers.HasKept(visit, address, state))
        {
            await answers.ShowKeptAsync<ItemPage>(context, visit, address, state, () => null);
            return;
        }
        if (Find(items, id, language) is not { } found)
        {
            await ErrorPages.ShowAsync(context, StatusCodes.Status404NotFound);
            return;
        }
        var wanted = Addresses.Thread(found.Item, found.Edition, page ?? 1);
        if (wanted != context.Request.Path.ToUriComponent() + context.Request.QueryString.Value)
        {
            context.Response.Redirect(wanted, permanent: false);
            return;
        }
        await answers.ShowKeptAsync<ItemPage>(context, visit, address, state,
            () => new ItemModel(found.Item, found.Edition, Body.Blocks(found.Edition.Live!.Body, []), page ?? 1));
    }

    private static (Item Item, Edition Edition)? Find(ItemStore items, ItemId id, string language) =>
        LanguageTag.Parse(language) is { } tag && items.Find(id) is { IsPublic: true } item
        && item.In(tag) is { Live: not null } edition
            ? (item, edition)
            : null;
}
