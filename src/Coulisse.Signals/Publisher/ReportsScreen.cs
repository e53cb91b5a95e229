using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Translations;

namespace Coulisse.Signals.Publisher;

/// <summary><c>/publisher/translation-reports</c>: what readers said about translations, and the publisher's answers.</summary>
internal sealed class ReportsScreen(TranslationReportStore reports, ItemStore items, Screens screens)
{
    public const int ShownMax = 200;

    public static void Map(IEndpointRouteBuilder publisher)
    {
        publisher.MapGet("/translation-reports", (HttpContext context, ReportsScreen screen) => screen.ShowAsync(context));
        publisher.MapPost("/translation-reports/{report:long}/answer",
            (long report, HttpContext context, ReportsScreen screen) => screen.AnswerAsync(context, new(report)))
            .WithMetadata(new TypedWords(("answer", "form.text")));
    }

    private Task<IResult> ShowAsync(HttpContext context) =>
        screens.ShowAsync<ReportsList>(context, Model(null, []) with { SaidKey = Said.KeyIn(context) });

    private async Task<IResult> AnswerAsync(HttpContext context, TranslationReportId report)
    {
        var answer = (await SentForm.ReadAsync(context)).Line("answer");
        var field = $"answer-{report}";
        var fault = answer.Length switch
        {
            0 => new Fault(field, "error.required"),
            > TranslationReport.AnswerCharsMax => new Fault(field, "error.too-long", TranslationReport.AnswerCharsMax),
            _ => null,
        };
        if (fault is null && await reports.AnswerAsync(report, answer, screens.Now, context.RequestAborted))
            return Results.Redirect(Said.After(PublisherAddresses.Reports, Said.Answered));
        if (fault is null && await GivenBack.TryAsync(context, StatusCodes.Status409Conflict,
            screens.Say(context, "publisher.report-answered-already")))
            return Results.Empty;
        fault ??= new Fault("open", "publisher.report-answered-already");
        return await screens.ShowAgainAsync<ReportsList>(context, Model((report, answer), [fault]));
    }

    private ReportsModel Model((TranslationReportId, string)? typed, ImmutableArray<Fault> faults) =>
        new(WithItems(reports.Open(ShownMax)), WithItems(reports.Answered(ShownMax)), typed, faults, null);

    private ImmutableArray<ReportRow> WithItems(ImmutableArray<TranslationReport> found)
    {
        var known = found.Select(r => r.Item).Distinct().ToDictionary(id => id, items.Find);
        return [.. found.Where(r => known[r.Item] is not null).Select(r => new ReportRow(r, known[r.Item]!))];
    }
}
