using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Threads.Screens;

namespace Coulisse.Signals.Threads.Endpoints;

/// <summary>One comment: its permanent address, its earlier words, editing, withdrawing, voting.</summary>
internal sealed class CommentPages(VisitFactory visits, PageAnswers answers, ItemModels items, ThreadReader threads,
    ThreadWriter writer, Quotables quotables, ThreadAccounts accounts, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder page)
    {
        page.MapGet("/comment/{id:long}", (long id, HttpContext context, CommentPages pages) => pages.LeadAsync(context, id));
        page.MapGet("/comment/{id:long}/earlier", (long id, HttpContext context, CommentPages pages) => pages.EarlierAsync(context, id));
        page.MapGet("/comment/{id:long}/edit", (long id, HttpContext context, CommentPages pages) => pages.ShowEditAsync(context, id));
        page.MapGet("/comment/{id:long}/withdraw", (long id, HttpContext context, CommentPages pages) => pages.ShowWithdrawAsync(context, id));
        var forms = ThreadEndpoint.GroupOf(page);
        forms.MapPost("/comment/{id:long}/edit",
            (long id, HttpContext context, CommentPages pages) => pages.EditAsync(context, id))
            .WithMetadata(new TypedWords(("text", "form.text")));
        forms.MapPost("/comment/{id:long}/withdraw", (long id, HttpContext context, CommentPages pages) => pages.WithdrawAsync(context, id));
        forms.MapPost("/comment/{id:long}/vote", (long id, HttpContext context, CommentPages pages) => pages.VoteAsync(context, id));
    }

    /// <summary>To the page of the thread where the comment stands, in the reader's language.</summary>
    private Task LeadAsync(HttpContext context, long id)
    {
        var visit = visits.For(context);
        if (ThreadEndpoint.FindPublic(threads, items, id) is not var (placed, item))
            return ThreadEndpoint.NotFoundAsync(context);
        if (threads.PageOf(item.Id, placed.Comment.Id) is { } page)
            context.Response.Redirect($"{Addresses.Thread(item, item.BestFor(visit.Language.Code)!, page)}#c-{placed.Comment.Id}");
        else if (visit.Viewer is { } viewer && placed.Comment.Author == viewer.Id)
            context.Response.Redirect($"/comment/{placed.Comment.Id}/own");
        else
            return ThreadEndpoint.NotFoundAsync(context);
        return Task.CompletedTask;
    }

    private Task EarlierAsync(HttpContext context, long id) =>
        ThreadEndpoint.FindPublic(threads, items, id) is var (placed, item) && placed.Comment.State == CommentState.Shown
            ? answers.ShowAsync<EarlierScreen>(context, visits.For(context), new EarlierModel(item, placed, threads.Earlier(placed.Comment.Id)))
            : ThreadEndpoint.NotFoundAsync(context);

    private async Task ShowEditAsync(HttpContext context, long id)
    {
        var visit = visits.For(context);
        if (await ThreadEndpoint.WriterAsync(context, visit) is not { } viewer)
            return;
        if (FindOwn(viewer, id) is not var (placed, item) || placed.Comment.State is not (CommentState.Held or CommentState.Shown))
        {
            await ThreadEndpoint.NotFoundAsync(context);
            return;
        }
        var waiting = threads.WaitingOf(viewer.Id, item.Id).FirstOrDefault(own => own.Comment.Id == placed.Comment.Id);
        var text = (waiting?.Edit ?? placed.Comment.Text).AsTyped();
        await answers.ShowAsync<EditScreen>(context, visit,
            new EditModel(placed, placed.Comment.Version, CommentForm.New(placed.Comment.Language) with { Text = text }));
    }

    private async Task EditAsync(HttpContext context, long id)
    {
        var visit = visits.For(context);
        if (await ThreadEndpoint.WriterAsync(context, visit) is not { } viewer)
            return;
        if (FindOwn(viewer, id) is not var (placed, item))
        {
            await ThreadEndpoint.NotFoundAsync(context);
            return;
        }
        var posted = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = posted.Field("text") ?? "";
        _ = int.TryParse(posted.Field("version"), out var version);
        var answer = await SendEditAsync(item, placed.Comment, viewer, typed, version, context.RequestAborted);
        if (answer is Posting.Saved saved)
            ThreadEndpoint.See(context, saved.HeldFor == HoldReasons.None ? Addresses.Comment(saved.Comment) : $"/comment/{saved.Comment}/own");
        else
            await ShowEditAgainAsync(context, visit, placed, item,
                CommentForm.New(placed.Comment.Language) with { Text = typed, Error = Sentences.Of(answer, visit) },
                version, wasOvertaken: answer is Posting.Refused { Reason: CommentRefusal.ChangedMeanwhile });
    }

    /// <summary>Overtaken by another window, the form follows what the comment says now: that stands above.</summary>
    private Task ShowEditAgainAsync(HttpContext context, Visit visit, PlacedComment placed, Item item, CommentForm form,
        int version, bool wasOvertaken)
    {
        var now = wasOvertaken ? threads.Find(placed.Comment.Id) : null;
        return answers.ShowAsync<EditScreen>(context, visit,
            new EditModel(placed, now?.Comment.Version ?? version, form, now is null ? null : (item, now.Comment)),
            wasOvertaken ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A quotation that the comment has already may stay, whatever became of its place.</summary>
    private async Task<object> SendEditAsync(Item item, Comment comment, Viewer viewer, string typed, int version, CancellationToken cancel)
    {
        var places = comment.Text.Quoted.Concat(quotables.For(item, named: null, comment.Parent, comment.Language));
        var parsed = CommentText.Parse(typed, places);
        return parsed is ParsedComment.Accepted { Text: var text }
            ? await writer.EditAsync(comment.Id, version, text,
                new(viewer.Id, accounts.SinceOf(viewer.Id), IsNeverHeld: viewer.IsModerator), time.Now(), cancel)
            : parsed;
    }

    private async Task ShowWithdrawAsync(HttpContext context, long id)
    {
        var visit = visits.For(context);
        if (await ThreadEndpoint.SignedInAsync(context, visit) is not { } viewer)
            return;
        if (FindOwn(viewer, id) is not var (placed, item))
            await ThreadEndpoint.NotFoundAsync(context);
        else
            await answers.ShowAsync<ActScreen>(context, visit, new ActModel(item, placed, "thread.withdraw-title",
                "thread.withdraw-hint", "withdraw", "form.withdraw", Reason: null, Error: null));
    }

    private async Task WithdrawAsync(HttpContext context, long id)
    {
        var visit = visits.For(context);
        if (await ThreadEndpoint.SignedInAsync(context, visit) is not { } viewer)
            return;
        if (FindOwn(viewer, id) is not var (placed, item)
            || await writer.WithdrawAsync(placed.Comment.Id, viewer.Id, time.Now(), context.RequestAborted) is not null)
            await ThreadEndpoint.NotFoundAsync(context);
        else
            ThreadEndpoint.See(context, placed.Path.Length > 0 ? Addresses.Comment(placed.Comment.Id) : $"/item/{item.Id}");
    }

    /// <summary>A button pressed again takes the vote back; what the reader saw pressed comes with the form, so that a
    /// repeated request does not undo the first.</summary>
    private async Task VoteAsync(HttpContext context, long id)
    {
        var visit = visits.For(context);
        if (await ThreadEndpoint.WriterAsync(context, visit) is not { } viewer)
            return;
        var posted = await context.Request.ReadFormAsync(context.RequestAborted);
        var vote = posted.Field("vote") switch
        {
            "1" => Vote.For,
            "-1" => Vote.Against,
            "0" => Vote.None,
            _ => (Vote?)null,
        };
        if (vote is null || ThreadEndpoint.FindPublic(threads, items, id) is not var (placed, item))
        {
            await ErrorPages.ShowAsync(context, StatusCodes.Status400BadRequest);
            return;
        }
        var answer = item.State == ItemState.Published
            ? await writer.VoteAsync(placed.Comment.Id, viewer.Id, vote.Value, time.Now(), context.RequestAborted)
            : VoteAnswer.NotShown;
        if (answer is VoteAnswer.Counted or VoteAnswer.Unchanged)
            ThreadEndpoint.See(context, Back(item, placed.Comment.Id, posted.Field("reading"), visit));
        else
            await ErrorPages.ShowAsync(context, answer is VoteAnswer.OwnComment
                ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict);
    }

    /// <summary>Where the voter was reading: the same edition, at the comment.</summary>
    private string Back(Item item, CommentId comment, string? reading, Visit visit)
    {
        var edition = LanguageTag.Parse(reading) is { } language && item.In(language) is { Live: not null } read
            ? read
            : item.BestFor(visit.Language.Code)!;
        return $"{Addresses.Thread(item, edition, threads.PageOf(item.Id, comment) ?? 1)}#c-{comment}";
    }

    private (PlacedComment Placed, Item Item)? FindOwn(Viewer viewer, long id) =>
        ThreadEndpoint.FindPublic(threads, items, id) is { } found && found.Placed.Comment.Author == viewer.Id ? found : null;
}
