using Coulisse.Signals.Accounts.Screens;
using Coulisse.Signals.Pages;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>Where an editor names moderators and editors, suspends and reopens.</summary>
internal static class PublishersPeople
{
    private static readonly TypedWords Reason = new(("reason", "form.reason"));

    public static void Map(RouteGroupBuilder group)
    {
        var people = group.MapGroup("/publisher/people").RequireAuthorization(policy =>
            policy.RequireRole(Viewer.EditorRole));
        people.MapGet("", (HttpContext context, AccountScreens screens, People known) =>
            ShowAsync(context, screens, known, FormModel.Empty, StatusCodes.Status200OK));
        people.MapPost("/role", async (HttpContext context, AccountScreens screens, People known) =>
        {
            var form = await Posted.ReadAsync(context);
            var done = Enum.TryParse<Role>(form["role"], out var role) && Enum.IsDefined(role)
                && await known.NameAsync(EditorOf(context), new AccountId(form["account"]), role,
                    context.RequestAborted);
            await AnswerAsync(context, screens, known, done, "people.not-done", FormModel.Empty);
        });
        people.MapPost("/suspend", (HttpContext context, AccountScreens screens, People known) =>
            DecideAsync(context, screens, known, known.SuspendAsync)).WithMetadata(Reason);
        people.MapPost("/reopen", (HttpContext context, AccountScreens screens, People known) =>
            DecideAsync(context, screens, known, known.ReopenAsync)).WithMetadata(Reason);
    }

    private static async Task DecideAsync(HttpContext context, AccountScreens screens, People known,
        Func<AccountId, AccountId, string, CancellationToken, Task<bool>> decide)
    {
        var form = await Posted.ReadAsync(context);
        var reason = form["reason"].Trim();
        var again = FormModel.Empty.With($"reason-{form["account"]}", form["reason"]);
        if (reason.Length > 0 && known.Find(new AccountId(form["account"])) is null)
            await ErrorPages.ShowAsync(context, StatusCodes.Status404NotFound);
        else if (reason.Length is 0 or > People.ReasonCharactersMax)
            await AnswerAsync(context, screens, known, done: false, "people.reason-needed", again);
        else
        {
            var done = await decide(EditorOf(context), new AccountId(form["account"]), reason, context.RequestAborted);
            if (!done && await GivenBack.TryAsync(context, StatusCodes.Status409Conflict,
                screens.VisitOf(context)["people.not-done"]))
                return;
            await AnswerAsync(context, screens, known, done, "people.not-done", again);
        }
    }

    private static Task AnswerAsync(HttpContext context, AccountScreens screens, People known, bool done,
        string refusal, FormModel again) =>
        done
            ? AccountEndpoint.SeeAsync(context, "/publisher/people?done=1")
            : ShowAsync(context, screens, known, again.WithError("", screens.VisitOf(context)[refusal]),
                StatusCodes.Status400BadRequest);

    private static Task ShowAsync(HttpContext context, AccountScreens screens, People known, FormModel form, int status)
    {
        var search = context.Request.Query["name"].ToString().Trim();
        var isDone = context.Request.Query.ContainsKey("done");
        return screens.ShowAsync<PeopleScreen>(context, new PeopleModel(known.List(search), search, form,
            isDone ? screens.VisitOf(context)["people.done"] : null), status);
    }

    private static AccountId EditorOf(HttpContext context) => Viewer.From(context.User)!.Id;
}
