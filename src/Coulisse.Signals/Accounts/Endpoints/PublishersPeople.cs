using Coulisse.Signals.Accounts.Screens;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>Where an editor names moderators and editors, suspends and reopens.</summary>
internal static class PublishersPeople
{
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
            await AnswerAsync(context, screens, known, done, "people.not-done");
        });
        people.MapPost("/suspend", (HttpContext context, AccountScreens screens, People known) =>
            DecideAsync(context, screens, known, known.SuspendAsync));
        people.MapPost("/reopen", (HttpContext context, AccountScreens screens, People known) =>
            DecideAsync(context, screens, known, known.ReopenAsync));
    }

    private static async Task DecideAsync(HttpContext context, AccountScreens screens, People known,
        Func<AccountId, AccountId, string, CancellationToken, Task<bool>> decide)
    {
        var form = await Posted.ReadAsync(context);
        var reason = form["reason"].Trim();
        if (reason.Length is 0 or > People.ReasonCharactersMax)
            await AnswerAsync(context, screens, known, done: false, "people.reason-needed");
        else
        {
            var done = await decide(EditorOf(context), new AccountId(form["account"]), reason, context.RequestAborted);
            await AnswerAsync(context, screens, known, done, "people.not-done");
        }
    }

    private static Task AnswerAsync(HttpContext context, AccountScreens screens, People known, bool done,
        string refusal) =>
        done
            ? AccountEndpoint.SeeAsync(context, "/publisher/people?done=1")
            : ShowAsync(context, screens, known, FormModel.Empty.WithError("", screens.VisitOf(context)[refusal]),
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
