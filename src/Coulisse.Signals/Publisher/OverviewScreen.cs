using Coulisse.Signals.Items;
using Coulisse.Signals.Statements;
using Coulisse.Signals.Translations;

namespace Coulisse.Signals.Publisher;

/// <summary><c>/publisher/</c>: every item, and what waits.</summary>
internal sealed class OverviewScreen(ItemStore items, SignedFileStore signedFiles, TranslationReportStore reports, Screens screens)
{
    public const int ItemsMax = 500;

    public static void Map(IEndpointRouteBuilder publisher) =>
        publisher.MapGet("/", (HttpContext context, OverviewScreen screen) => screen.ShowAsync(context));

    private Task<IResult> ShowAsync(HttpContext context)
    {
        var open = reports.OpenByItem();
        var rows = items.All(ItemsMax).Select(item =>
            new OverviewRow(item, signedFiles.Covered(item.Id), open.GetValueOrDefault(item.Id)));
        return screens.ShowAsync<Overview>(context, new OverviewModel([.. rows], open.Values.Sum(), Said.KeyIn(context)));
    }
}
