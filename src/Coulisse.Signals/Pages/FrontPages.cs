using Coulisse.Languages;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Site;

namespace Coulisse.Signals.Pages;

/// <summary>The front page: one a language, and the address without a language that leads to the reader's.</summary>
internal static class FrontPages
{
    /// <summary>Items on the front page; older ones are found in the sitemap and the feeds.</summary>
    public const int ItemsMax = 60;

    public static void Map(IEndpointRouteBuilder page)
    {
        page.MapGet("/", (HttpContext context, VisitFactory visits) =>
        {
            context.Response.Headers.Vary = "Cookie, Accept-Language";
            return Results.Redirect($"/{visits.For(context).Language.Code}/");
        });
        page.MapGet("/{language:length(2,35)}/", ShowAsync);
    }

    private static async Task ShowAsync(string language, HttpContext context, VisitFactory visits, PageAnswers answers,
        FrontModels models, Changes changes, InterfaceLanguages languages)
    {
        if (languages.Find(language) is null)
        {
            await ErrorPages.ShowAsync(context, StatusCodes.Status404NotFound);
            return;
        }
        var state = changes.OfPage();
        await answers.ShowKeptAsync<FrontPage>(context, visits.For(context), $"/{language}/", state,
            () => models.Load(language, ItemsMax));
    }
}
