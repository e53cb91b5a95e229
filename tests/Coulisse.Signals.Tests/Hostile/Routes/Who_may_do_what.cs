using Coulisse.Signals.Tests.Accounts;

namespace Coulisse.Signals.Tests.Hostile.Routes;

/// <summary>Every route of the page, asked by every kind of person; see threats.md, "The people".</summary>
public sealed class Who_may_do_what(SharedPage shared) : IClassFixture<SharedPage>
{
    private PeopledPage Page => shared.Page;

    private List<PageRoute> Routes => PageRoute.Of(Page.Page.Services);

    [Fact]
    public void Every_route_has_a_line_and_every_line_a_route()
    {
        var routes = Routes.Select(route => route.Name).ToList();
        Assert.Equal([], routes.Except(RouteTable.Lines.Keys));
        Assert.Equal([], RouteTable.Lines.Keys.Except(routes));
    }

    [Fact]
    public void Every_form_asks_for_its_antiforgery_field() =>
        Assert.Equal([], Routes.Where(route => route.IsPost && !route.Asks).Select(route => route.Name));

    /// <summary>One test, since what is sent changes the page: reading first, then forms that must do nothing, then
    /// forms
    /// that are good; last those that end a session.</summary>
    [Fact]
    public async Task Each_is_answered_as_the_table_says()
    {
        var seen = new Dictionary<string, string>();
        foreach (var route in Routes.Where(route => !route.IsPost))
            seen[route.Name] = await AskAllAsync(role => Page[role].GetAsync(route.Address));
        await Without_its_field_no_form_does_anything();
        foreach (var route in Routes.Where(route => route.IsPost).OrderBy(EndsASession))
            seen[route.Name] = await AskAllAsync(role => PostAsync(role, route));

        Assert.Equal(RouteTable.Print(RouteTable.Lines), RouteTable.Print(seen));
    }

    private async Task Without_its_field_no_form_does_anything()
    {
        using var watching = Page.Page.Database.Connect();
        foreach (var route in Routes.Where(route => route.IsPost))
        {
            var before = Storage(watching);
            var letters = await AskAllAsync(role => Page[role].PostBareAsync(route.Address, RouteTable.Fields));
            Assert.True(letters.All(letter => letter is Let_in.Bad or Let_in.SignIn or Let_in.No),
                $"{route.Name} without its antiforgery field: {letters}");
            Assert.True(Storage(watching) == before, $"{route.Name} without its antiforgery field wrote something.");
        }
    }

    private static async Task<string> AskAllAsync(Func<string, Task<Answer>> ask)
    {
        var letters = "";
        foreach (var role in PeopledPage.Roles)
            letters += Let_in.Letter(await ask(role));
        return letters;
    }

    /// <summary>From a second window of the same browser, so that signing out there ends nothing here.</summary>
    private async Task<Answer> PostAsync(string role, PageRoute route)
    {
        using var window = Page.Page.NewBrowser(Page[role].Cookies is { Length: > 0 } cookies ? cookies : null);
        return await window.PostAsync("/account/sign-in", route.Address, RouteTable.Fields);
    }

    private static int EndsASession(PageRoute route) => route.Pattern switch
    {
        "/comment/{id:long}/withdraw" or "/publisher/items/{item:long}/withdraw" => 1,
        "/account/close" => 2,
        "/account/sign-out-everywhere" => 3,
        _ => 0,
    };

    private static long Storage(Microsoft.Data.Sqlite.SqliteConnection watching) =>
        Signals.Storage.SqliteWords.Number(watching, "PRAGMA data_version");
}
