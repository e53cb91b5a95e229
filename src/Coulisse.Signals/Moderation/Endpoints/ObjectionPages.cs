using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Threads;
using Coulisse.Signals.Threads.Endpoints;
using Coulisse.Signals.Threads.Screens;

namespace Coulisse.Signals.Moderation.Endpoints;

/// <summary>Reporting a comment; an author's own comments that others do not see, and the appeal.</summary>
internal sealed class ObjectionPages(VisitFactory visits, PageAnswers answers, ItemModels items, ThreadReader threads,
    Objections objections, ModerationLog log, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder page)
    {
        page.MapGet("/comment/{id:long}/report", (long id, HttpContext context, ObjectionPages pages) => pages.ShowReportAsync(context, id));
        page.MapGet("/thread/{item:long}/own", (long item, HttpContext context, ObjectionPages pages) => pages.ShowAllOwnAsync(context, item));
        page.MapGet("/comment/{id:long}/own", (long id, HttpContext context, ObjectionPages pages) => pages.ShowOwnAsync(context, id));
        var forms = ThreadEndpoint.GroupOf(page);
        forms.WithMetadata(new TypedWords(("reason", "form.reason")));
        forms.MapPost("/comment/{id:long}/report", (long id, HttpContext context, ObjectionPages pages) => pages.ReportAsync(context, id));
        forms.MapPost("/decision/{id:long}/appeal", (long id, HttpContext context, ObjectionPages pages) => pages.AppealAsync(context, id));
    }

    private async Task ShowReportAsync(HttpContext context, long id)
    {
        var visit = visits.For(context);
        if (await ThreadEndpoint.WriterAsync(context, visit) is not null)
            await ShowReportFormAsync(context, visit, id, "", null, StatusCodes.Status200OK);
    }

    private async Task ReportAsync(HttpContext context, long id)
    {
        var visit = visits.For(context);
        if (await ThreadEndpoint.WriterAsync(context, visit) is not { } viewer)
            return;
        var reason = (await context.Request.ReadFormAsync(context.RequestAborted)).Field("reason") ?? "";
        switch (await objections.ReportAsync(new(id), viewer.Id, reason, time.Now(), context.RequestAborted))
        {
            case ReportAnswer.ReportedBefore
                when await GivenBack.TryAsync(context, StatusCodes.Status409Conflict, visit["refusal.reported-before"]):
                break;
            case ReportAnswer.Reported or ReportAnswer.ReportedBefore:
                ThreadEndpoint.See(context, Addresses.Comment(new(id)));
                break;
            case ReportAnswer.ReasonMissing:
                await ShowReportFormAsync(context, visit, id, reason, visit["refusal.reason-missing"], StatusCodes.Status422UnprocessableEntity);
                break;
            default:
                await ThreadEndpoint.NotFoundAsync(context);
                break;
        }
    }

    private Task ShowReportFormAsync(HttpContext context, Visit visit, long id, string reason, string? error, int status) =>
        ThreadEndpoint.FindPublic(threads, items, id) is var (placed, item) && placed.Comment.State == CommentState.Shown
        && placed.Comment.Author != visit.Viewer!.Id
            ? answers.ShowAsync<ActScreen>(context, visit, new ActModel(item, placed, "thread.report", "moderation.report-hint",
                "report", "form.send", reason, error), status)
            : ThreadEndpoint.NotFoundAsync(context);

    private async Task ShowAllOwnAsync(HttpContext context, long id)
    {
        var visit = visits.For(context);
        if (await ThreadEndpoint.SignedInAsync(context, visit) is not { } viewer)
            return;
        if (items.FindPublic(new(id)) is not { } item)
            await ThreadEndpoint.NotFoundAsync(context);
        else
            await answers.ShowAsync<OwnScreen>(context, visit,
                new OwnModel(item, [.. threads.WaitingOf(viewer.Id, item.Id).Select(own => (own, log.Of(own.Comment.Id)))]));
    }

    private async Task ShowOwnAsync(HttpContext context, long id)
    {
        var visit = visits.For(context);
        if (await ThreadEndpoint.SignedInAsync(context, visit) is not { } viewer)
            return;
        if (OwnOf(viewer, id) is { } model)
            await answers.ShowAsync<OwnScreen>(context, visit, model);
        else
            await ThreadEndpoint.NotFoundAsync(context);
    }

    private async Task AppealAsync(HttpContext context, long decision)
    {
        var visit = visits.For(context);
        if (await ThreadEndpoint.SignedInAsync(context, visit) is not { } viewer)
            return;
        var id = new DecisionId(decision);
        var reason = (await context.Request.ReadFormAsync(context.RequestAborted)).Field("reason") ?? "";
        var answer = await objections.AppealAsync(id, viewer.Id, reason, time.Now(), context.RequestAborted);
        var comment = log.CommentOf(id);
        if (answer is AppealAnswer.AppealedBefore
            && await GivenBack.TryAsync(context, StatusCodes.Status409Conflict, visit["refusal.appealed-before"]))
            return;
        if (answer is AppealAnswer.Appealed or AppealAnswer.AppealedBefore)
            ThreadEndpoint.See(context, $"/comment/{comment}/own");
        else if (answer == AppealAnswer.ReasonMissing && comment is { } about && OwnOf(viewer, about.Value) is { } model)
            await answers.ShowAsync<OwnScreen>(context, visit,
                model with { FailedOn = id, Reason = reason, Error = visit["refusal.reason-missing"] }, StatusCodes.Status422UnprocessableEntity);
        else
            await ThreadEndpoint.NotFoundAsync(context);
    }

    private OwnModel? OwnOf(Viewer viewer, long id)
    {
        if (ThreadEndpoint.FindPublic(threads, items, id) is not var (placed, item) || placed.Comment.Author != viewer.Id)
            return null;
        var own = threads.WaitingOf(viewer.Id, item.Id).FirstOrDefault(waiting => waiting.Comment.Id == placed.Comment.Id)
            ?? new OwnWaiting(placed.Comment, Edit: null, IsEditRefused: false);
        return new(item, [(own, log.Of(placed.Comment.Id))]);
    }
}
