using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Threads.Screens;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Coulisse.Signals.Threads.Endpoints;

/// <summary>Writing a comment or an answer.</summary>
internal sealed class WritePages(VisitFactory visits, PageAnswers answers, ItemModels items, ThreadReader threads,
    ThreadWriter writer, ThreadModels models, Quotables quotables, ThreadAccounts accounts, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder page)
    {
        page.MapGet("/thread/{item:long}/write", (long item, string? answer, string? quote, string? reading,
            HttpContext context, WritePages pages) => pages.ShowAsync(context, item, answer, quote, reading));
        page.MapPost("/thread/{item:long}/write",
            (long item, HttpContext context, WritePages pages) => pages.PostAsync(context, item))
            .RequireRateLimiting(RequestLimits.WritingPolicy)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(),
                new RequestSizeLimitAttribute(ThreadEndpoint.RequestBytesMax),
                new TypedWords(("text", "form.text")));
    }

    private async Task ShowAsync(HttpContext context, long id, string? answer, string? quote, string? reading)
    {
        var visit = visits.For(context);
        if (await ThreadEndpoint.WriterAsync(context, visit) is null)
            return;
        if (items.FindPublic(new(id)) is not { State: ItemState.Published } item)
        {
            await ThreadEndpoint.NotFoundAsync(context);
            return;
        }
        var language = LanguageOf(item, reading, visit);
        var place = QuotedPlace.Read(quote);
        var quoted = place is null ? null : quotables.Find(item, place);
        var form = CommentForm.New(language) with
        {
            Answering = ThreadEndpoint.Comment(answer),
            Quoting = quoted?.Place,
            Text = quoted is null ? "" : Quoted(quoted.Text),
        };
        await ShowFormAsync(context, visit, item, language, form, StatusCodes.Status200OK);
    }

    private async Task PostAsync(HttpContext context, long id)
    {
        var visit = visits.For(context);
        var isOurs = context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true };
        if ((visit.IsGuest || !isOurs) && await GiveBackAsync(context, visit, id, isOurs))
            return;
        if (await ThreadEndpoint.WriterAsync(context, visit) is not { } viewer)
            return;
        if (items.FindPublic(new(id)) is not { } item)
        {
            await ThreadEndpoint.NotFoundAsync(context);
            return;
        }
        var posted = await context.Request.ReadFormAsync(context.RequestAborted);
        var form = FormOf(posted);
        var reading = LanguageOf(item, posted.Field("reading"), visit);
        var answer = await SendAsync(item, viewer, form, reading, posted.Field("submission"), context.RequestAborted);
        if (answer is Posting.Saved saved)
            ThreadEndpoint.See(context, saved.HeldFor == HoldReasons.None
                ? Addresses.Comment(saved.Comment) : $"/comment/{saved.Comment}/own");
        else
            await ShowFormAsync(context, visit, item, reading,
                form with { Error = Sentences.Of(answer, visit) }, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A session that lapsed, or a form that is no longer good: nothing is written, and what was typed comes
    /// back with a fresh form, to be sent again.</summary>
    /// <returns>False when a guest typed nothing.</returns>
    private async Task<bool> GiveBackAsync(HttpContext context, Visit visit, long id, bool isOurs)
    {
        if (!isOurs && GivenBack.IsFromElsewhere(context))
        {
            await ErrorPages.ShowAsync(context, StatusCodes.Status400BadRequest);
            return true;
        }
        // The form is read to be shown to whoever sent it, and for nothing else; unset, reading it would be refused.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        var posted = await context.Request.ReadFormAsync(context.RequestAborted);
        var form = FormOf(posted);
        if (string.IsNullOrWhiteSpace(form.Text) && isOurs)
            return false;
        if (string.IsNullOrWhiteSpace(form.Text) || visit.Viewer is { MayWrite: false }
            || items.FindPublic(new(id)) is not { } item)
        {
            await ErrorPages.ShowAsync(context, visit.Viewer is { MayWrite: false }
                ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest);
            return true;
        }
        var error = visit[visit.IsGuest ? "error.signed-out" : "error.form-stale"];
        await ShowFormAsync(context, visit, item, LanguageOf(item, posted.Field("reading"), visit),
            form with { Error = error }, StatusCodes.Status400BadRequest);
        return true;
    }

    private static CommentForm FormOf(IFormCollection posted) => new(
        posted.Field("text") ?? "", LanguageTag.Parse(posted.Field("language"))?.Value ?? "",
        ThreadEndpoint.Comment(posted.Field("answer")), QuotedPlace.Read(posted.Field("quote")), Error: null);

    /// <summary>Parses and posts; a refusal of either kind comes back.</summary>
    private async Task<object> SendAsync(Item item, Viewer viewer, CommentForm form, string reading, string? submission,
        CancellationToken cancel)
    {
        var parsed = CommentText.Parse(form.Text, quotables.For(item, form.Quoting, form.Answering, reading));
        if (parsed is not ParsedComment.Accepted { Text: var text })
            return parsed;
        if (SubmissionId.Read(submission) is not { } form1)
            return new Posting.Refused(CommentRefusal.FormUsedBefore);
        var language = LanguageTag.Parse(form.Language)?.Value ?? "";
        var author = new CommentAuthor(viewer.Id, accounts.SinceOf(viewer.Id), IsNeverHeld: viewer.IsModerator);
        return await writer.PostAsync(new(item.Id, form.Answering, language, text, form1), author, time.Now(), cancel);
    }

    private Task ShowFormAsync(HttpContext context, Visit visit, Item item, string reading, CommentForm form, int status)
    {
        var answered = form.Answering is { } id && threads.Find(id) is { Comment.State: CommentState.Shown } found
            && found.Comment.Item == item.Id ? found : null;
        var name = answered?.Comment is { Author: { } author } comment
            ? models.NamesOf([comment]).GetValueOrDefault(author)
            : answered?.Comment.ImportedAuthor;
        var shown = answered is null ? form with { Answering = null } : form;
        return answers.ShowAsync<WriteScreen>(context, visit, new WriteModel(item, reading, shown, answered, name), status);
    }

    private static string LanguageOf(Item item, string? reading, Visit visit) =>
        LanguageTag.Parse(reading) is { } tag && item.In(tag) is { Live: not null }
            ? tag.Value
            : item.BestFor(visit.Language.Code)!.Language.Value;

    private static string Quoted(string words) =>
        string.Join('\n', words.Split('\n').Select(line => line.Length == 0 ? ">" : "> " + line)) + "\n\n";
}
