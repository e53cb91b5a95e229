using System.Globalization;
using Coulisse.Signals.Items;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Site;

namespace Coulisse.Signals.Pages;

/// <summary>An item in one language, with the thread that all its editions share.</summary>
internal static class ItemPages
{
    public static void Map(IEndpointRouteBuilder page)
    {
        page.MapGet("/{language:length(2,35)}/{item:long}/{slug?}", ShowAsync);
        page.MapGet("/item/{item:long}", LeadToEdition);
        page.MapGet("/statement/{publicId}/{revision:int}.txt", SendSigned);
        page.MapGet("/statement/{publicId}/{revision:int}.withdrawal.txt", SendWithdrawal);
    }

    private static async Task ShowAsync(string language, long item, string? slug, int? page, HttpContext context,
        VisitFactory visits, PageAnswers answers, ItemModels models, Changes changes)
    {
        var id = new ItemId(item);
        var state = changes.OfItem(id);
        var visit = visits.For(context);
        if (await answers.TrySendKeptAsync(context, visit, AddressOf(context.Request), state))
            return;
        if (models.FindPublic(id) is not { } found || LanguageTag.Parse(language) is not { } tag)
        {
            await ErrorPages.ShowAsync(context, StatusCodes.Status404NotFound);
            return;
        }
        // A language without an edition leads to the best there is; a wrong or missing title in the address to the right one.
        var edition = found.In(tag) is { Live: not null } asked ? asked : found.BestFor(language)!;
        var model = models.Load(found, edition, page ?? 1);
        if (Addresses.Thread(found, edition, model.Page) is var right && right != AddressOf(context.Request))
            context.Response.Redirect(right);
        else
            await answers.ShowKeptAsync<ItemPage>(context, visit, right, state, () => model);
    }

    private static string AddressOf(HttpRequest request) => request.Path.ToUriComponent() + request.QueryString.Value;

    private static IResult LeadToEdition(long item, HttpContext context, VisitFactory visits, ItemModels models) =>
        models.FindPublic(new(item)) is { } found
            ? Results.Redirect(Addresses.Edition(found, found.BestFor(visits.For(context).Language.Code)!))
            : Results.NotFound();

    private static IResult SendSigned(string publicId, int revision, ItemStore items, SignedFiles files) =>
        SendFile(publicId, revision, isWithdrawal: false, items, files);

    private static IResult SendWithdrawal(string publicId, int revision, ItemStore items, SignedFiles files) =>
        SendFile(publicId, revision, isWithdrawal: true, items, files);

    /// <summary>Sent as an attachment of plain text: it is for checking, not for showing.</summary>
    private static IResult SendFile(string publicId, int revision, bool isWithdrawal, ItemStore items, SignedFiles files) =>
        items.FindByPublicId(publicId) is { IsPublic: true } item
        && files.Of(item.Id).FirstOrDefault(f => f.Revision == revision && f.IsWithdrawal == isWithdrawal) is { } file
            ? Results.File(file.Bytes.ToArray(), "text/plain; charset=utf-8", Addresses.SignedFileName(item, file))
            : Results.NotFound();
}
