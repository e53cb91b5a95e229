using System.Net;
using System.Net.Sockets;
using Coulisse.Signals.Tests.Hostile.Routes;

namespace Coulisse.Signals.Tests.Hostile.Typed;

/// <summary>Links to a listener of ours in every field that takes words, saved, shown to everyone, exported in feeds:
/// nothing ever connects.</summary>
[Trait("Row", "24")]
public sealed class No_link_is_fetched
{
    [Fact]
    public async Task Whatever_is_typed_and_whoever_reads_it()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var page = await PeopledPage.StartAsync();
        var saved = 0;
        foreach (var route in PageRoute.Of(page.Page.Services).Where(IsTypedInto))
        {
            var form = TypedForms.Of(route, page).With(Links(port));
            var sent = await page[form.Sender].PostAsync("/account/sign-in", form.Address, form.Fields);
            saved += sent.Status is HttpStatusCode.SeeOther or HttpStatusCode.Found ? 1 : 0;
        }
        await page["editor"].PostAsync("/account/sign-in", "/publisher/items/1/en/release");
        foreach (var route in PageRoute.Of(page.Page.Services).Where(route => !route.IsPost))
        {
            foreach (var role in PeopledPage.Roles)
                await page[role].GetAsync(route.Address);
        }

        Assert.InRange(saved, 8, int.MaxValue);
        var moved = (await page["guest"].GetAsync(PeopledPage.ItemAddress)).Location; // its title is links now
        var shown = (await page["guest"].GetAsync(moved!)).Body;
        Assert.Contains($"127.0.0.1:{port}", shown, StringComparison.Ordinal);
        Assert.False(listener.Pending(), "Something connected to an address that was typed.");
    }

    /// <summary>All but what would end the others: withdrawing, suspending, closing.</summary>
    private static bool IsTypedInto(PageRoute route) => route.IsPost && TypedTable.Lines[route.Name].Fields.Length > 0
        && !route.Pattern.EndsWith("/withdraw", StringComparison.Ordinal)
        && !route.Pattern.EndsWith("/suspend", StringComparison.Ordinal);

    /// <summary>The same listener by every spelling that a resolver or a parser may take for it.</summary>
    private static string Links(int port) => string.Join(' ',
        $"http://127.0.0.1:{port}/a", $"<http://2130706433:{port}/b>", $"![x](http://0x7f.1:{port}/c.png)",
        $"[y](http://localhost:{port}/d \"t\")", $"http://[::ffff:127.0.0.1]:{port}/e", $"//127.0.0.1:{port}/f",
        $"<img src=http://127.0.0.1:{port}/g>", $"url(http://127.0.0.1:{port}/h)");
}
