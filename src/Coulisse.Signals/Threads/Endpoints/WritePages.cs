using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Threads.Screens;

namespace Coulisse.Signals.Threads.Endpoints;

/// <summary>Writing a comment or an answer.</summary>
internal sealed class WritePages(VisitFactory visits, PageAnswers answers, ItemModels items, ThreadReader threads,
    ThreadWriter writer, ThreadModels models, Quotables quotables, ThreadAccounts accounts, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder page)
    {
        page.MapGet("/thread/{item:long}/write", (long item, string? answer, string? quote, string? reading,
            HttpContext context, WritePages pages) => pages.ShowAsync(context, item, answer, quote, reading));
        ThreadEndpoint.GroupOf(page).MapPost("/thread/{item:long}/write",
            (long item, HttpContext context, WritePages pages) => pages.PostAsync(context, item));
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
        if (await ThreadEndpoint.WriterAsync(context, visit) is not { } viewer)
            return;
        if (items.FindPublic(new(id)) is not { } item)
        {
            await ThreadEndpoint.NotFoundAsync(context);
            return;
        }
        var posted = await context.Request.ReadFormAsync(context.RequestAborted);
        var form = new CommentForm(posted.Field("text") ?? "", posted.Field("language") ?? "",
            ThreadEndpoint.Comment(posted.Field("answer")), QuotedPlace.Read(posted.Field("quote")), Error: null);
        var reading = LanguageOf(item, posted.Field("reading"), visit);
        var answer = await SendAsync(item, viewer, form, reading, posted.Field("submission"), context.RequestAborted);
        if (answer is Posting.Saved saved)
            ThreadEndpoint.See(context, saved.HeldFor == HoldReasons.None
                ? Addresses.Comment(saved.Comment) : $"/comment/{saved.Comment}/own");
        else
            await ShowFormAsync(context, visit, item, reading,
                form with { Error = Sentences.Of(answer, visit) }, StatusCodes.Status422UnprocessableEntity);
    }

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
