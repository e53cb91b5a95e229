using System.Text;
using Coulisse.Screens.Tests.Safety;
using Coulisse.Screens.Words;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>Words of the other side, in a browser.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class What_others_say_is_only_looked_at(Evening evening)
{
    [Fact]
    [Trait("Row", "25")]
    public async Task Nothing_of_it_runs_or_is_fetched_and_all_of_it_is_there_to_read()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync("<img src=x onerror=alert(1)>");
        using (var door = evening.Secretary.Door())
        {
            foreach (var text in HostileText.All)
                Assert.True(await door.SayAsync(room, Encoding.UTF8.GetBytes(text)));
        }
        await evening.Adviser.UntilAsync(room, seen => seen.Messages >= (ulong)HostileText.All.Length, "read");
        await evening.Ours.ShowAsync($"room/{room}?at=1");

        var words = evening.Ours.Page.Locator(".message .text");
        await Assertions.Expect(words).ToHaveCountAsync(60);
        var shown = await words.AllInnerTextsAsync();
        for (var at = 0; at < 60; at++)
        {
            var looked = string.Concat(VisibleText.Of(HostileText.All[at]).Select(piece => piece.Text));
            Assert.Equal(Plain(looked), Plain(shown[at]));
        }
        await evening.Ours.ShowAsync("");
        await Assertions.Expect(evening.Ours.Page.Locator(".rooms .purpose").First).ToBeVisibleAsync();
        await evening.Ours.ShowAsync($"room/{room}");
        Assert.Empty(evening.Ours.Faults);
    }

    [Fact]
    [Trait("Row", "25")]
    [Trait("Row", "29")]
    public async Task A_foreign_page_can_neither_frame_nor_use_the_desk()
    {
        await using var context = await evening.Browser.NewContextAsync();
        await context.AddCookiesAsync((await evening.Ours.Page.Context.CookiesAsync()).Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            HttpOnly = true,
            SameSite = SameSiteAttribute.Strict,
        }));
        var page = await context.NewPageAsync();
        await page.RouteAsync("http://elsewhere.example/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<iframe src='{evening.Ours.Start}'></iframe>"
                + $"<form method=post action='{evening.Ours.Start}enter'></form>",
        }));
        await page.GotoAsync("http://elsewhere.example/");
        Assert.Equal(0, await page.Frames[1].Locator("main").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>(
            $"() => fetch('{evening.Ours.Start}', {{ credentials: 'include' }}).then(() => true, () => false)"));
        var answered = page.WaitForResponseAsync(response => response.Url.EndsWith("/enter", StringComparison.Ordinal));
        await page.EvaluateAsync("() => document.forms[0].submit()");
        Assert.Equal(403, (await answered).Status);
    }

    [Fact]
    [Trait("Row", "14")]
    public async Task What_turns_or_hides_or_passes_for_other_letters_is_shown_as_what_it_is()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync();
        using (var door = evening.Secretary.Door())
            Assert.True(await door.SayAsync(room, Encoding.UTF8.GetBytes(
                "pay \u202E001\u202C, p\u0430ypal\u200B, می\u200Cخواهم")));
        await evening.Ours.ShowAsync($"room/{room}");

        var text = evening.Ours.Page.Locator(".message .text").Last;
        await Assertions.Expect(text).ToContainTextAsync("U+202E");
        Assert.Equal(["U+202E", "U+202C", "p\u0430ypal", "U+200B"], await text.Locator(".unseen").AllInnerTextsAsync());
        Assert.Equal(await evening.Ours.Page.Locator(".message .office").CountAsync(),
            await evening.Ours.Page.Locator(".message .mark + .office").CountAsync());
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[])[' ', '\n', '\t', '\r'],
        StringSplitOptions.RemoveEmptyEntries));
}
