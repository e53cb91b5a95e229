using System.Collections.Immutable;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Languages;
using Coulisse.Signals.Moderation.Screens;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Site;
using Coulisse.Signals.Threads;
using Coulisse.Signals.Threads.Endpoints;
using Coulisse.Signals.Threads.Screens;

namespace Coulisse.Signals.Moderation.Endpoints;

/// <summary>The moderators' cases, their decisions, and the log that everyone reads.</summary>
internal sealed class ModerationPages(VisitFactory visits, PageAnswers answers, ItemStore items, ThreadModels models,
    ThreadReader threads, OpenCases cases, ModerationWriter moderators, ModerationLog log, ThreadAccounts accounts,
    InterfaceLanguages languages, Changes changes, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder page)
    {
        page.MapGet("/{language:length(2,35)}/moderation", (string language, int? page, HttpContext context, ModerationPages pages) =>
            pages.ShowLogAsync(context, language, page ?? 1));
        page.MapGet("/publisher/moderation", (HttpContext context, ModerationPages pages) => pages.ShowCasesAsync(context));
        page.MapGet("/publisher/moderation/{id:long}", (long id, HttpContext context, ModerationPages pages) => pages.ShowCaseAsync(context, id));
        ThreadEndpoint.GroupOf(page).MapPost("/publisher/moderation/{id:long}",
            (long id, HttpContext context, ModerationPages pages) => pages.DecideAsync(context, id))
            .WithMetadata(new TypedWords(("reason", "form.reason")));
    }

    private Task ShowLogAsync(HttpContext context, string language, int page)
    {
        if (languages.Find(language) is null)
            return ThreadEndpoint.NotFoundAsync(context);
        var state = changes.OfPage();
        var pages = Math.Max(1, (log.Count() + ModerationLog.PageSize - 1) / ModerationLog.PageSize);
        var which = Math.Clamp(page, 1, pages);
        return answers.ShowKeptAsync<LogScreen>(context, visits.For(context),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/{language}/moderation?page={which}"), state,
            () => new LogModel(log.Page(which), which, pages));
    }

    private async Task ShowCasesAsync(HttpContext context)
    {
        var visit = visits.For(context);
        if (await ModeratorAsync(context, visit) is not null)
            await answers.ShowAsync<CasesScreen>(context, visit, ModelOf(cases.First()));
    }

    private async Task ShowCaseAsync(HttpContext context, long id)
    {
        var visit = visits.For(context);
        if (await ModeratorAsync(context, visit) is null)
            return;
        if (CaseOf(new(id)) is { } one)
            await answers.ShowAsync<CasesScreen>(context, visit, ModelOf([one]));
        else
            await ThreadEndpoint.NotFoundAsync(context);
    }

    private async Task DecideAsync(HttpContext context, long id)
    {
        var visit = visits.For(context);
        if (await ModeratorAsync(context, visit) is not { } viewer)
            return;
        var posted = await context.Request.ReadFormAsync(context.RequestAborted);
        if (CaseOf(new(id)) is not { } one)
        {
            await ThreadEndpoint.NotFoundAsync(context);
            return;
        }
        if (!Enum.TryParse<DecisionAct>(posted.Field("act"), out var act) || !Enum.IsDefined(act))
        {
            await ErrorPages.ShowAsync(context, StatusCodes.Status400BadRequest);
            return;
        }
        var reason = posted.Field("reason") ?? "";
        var answer = await moderators.DecideAsync(new(new(id), act, reason, viewer.Id, accounts.CountModerators()), time.Now(), context.RequestAborted);
        if (answer is DecisionAnswer.Refused { Reason: var refusal })
            await answers.ShowAsync<CasesScreen>(context, visit,
                ModelOf([one]) with { FailedOn = new(id), Reason = reason, Error = Sentences.Of(refusal, visit) },
                StatusCodes.Status422UnprocessableEntity);
        else
            ThreadEndpoint.See(context, "/publisher/moderation");
    }

    /// <summary>What waits about a comment; one that waits for nothing can still be removed or restored.</summary>
    private OpenCase? CaseOf(CommentId id) => cases.Of(id)
        ?? (threads.Find(id) is { } found
            ? new OpenCase(found.Comment, found.Path, found.Comment.WrittenAt ?? default, HoldReasons.None, Edit: null, Reports: [], Appeal: null, Appealed: null)
            : null);

    private CasesModel ModelOf(ImmutableArray<OpenCase> shown) => new(cases.Count(), shown,
        shown.Select(one => one.Comment.Item).Distinct().ToDictionary(id => id, id => items.Find(id)!),
        models.NamesOf(shown.Select(one => one.Comment)));

    private static async Task<Viewer?> ModeratorAsync(HttpContext context, Visit visit)
    {
        if (await ThreadEndpoint.SignedInAsync(context, visit) is not { } viewer)
            return null;
        if (viewer.IsModerator)
            return viewer;
        await ErrorPages.ShowAsync(context, StatusCodes.Status403Forbidden);
        return null;
    }
}
