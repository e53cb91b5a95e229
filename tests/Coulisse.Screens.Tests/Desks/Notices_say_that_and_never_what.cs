using Coulisse.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>What leaves the window for the whole room to see: notices of the system, sounds, the tab. And what a lock
/// leaves behind.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class Notices_say_that_and_never_what(Evening evening)
{
    private const string Secret = "Eleven lorries of flour cross at Tarn on the second Sunday";
    private const string Topic = "Flour for Tarn, and nothing of it aloud";
    private const string Passphrase = "seven grey herons at low tide";

    // Stands in for the system's notices and sounds, which this browser shows to nobody.
    private const string Ear = """
        window.noticed = []; window.heard = 0;
        window.Notification = class {
          static permission = 'granted';
          static requestPermission() { return Promise.resolve('granted'); }
          constructor(title, options) { window.noticed.push(JSON.stringify([title, options])); }
        };
        Object.defineProperty(document, 'hidden', { get: () => true });
        window.AudioContext = class { constructor() { window.heard++; } };
        HTMLMediaElement.prototype.play = () => { window.heard++; return Promise.resolve(); };
        """;

    private IPage Page => evening.Ours.Page;

    [Fact]
    public async Task Of_what_others_said_or_ask_nothing_but_that_something_waits()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync(Topic);
        var page = await Page.Context.NewPageAsync();
        await page.AddInitScriptAsync(Ear);
        await page.GotoAsync(evening.Ours.Start.ToString());
        await page.Locator("main[data-alive]").WaitForAsync();
        using (var door = evening.Secretary.Door())
            Assert.True(await door.SayAsync(room, System.Text.Encoding.UTF8.GetBytes(Secret)));
        await page.WaitForFunctionAsync("() => window.noticed.length === 1");
        await evening.Secretary.OpenRoomAsync(evening.Adviser.Office, "A second matter of flour", Evening.Excluded);
        await page.WaitForFunctionAsync("() => window.noticed.length > 1");
        var notices = await page.EvaluateAsync<string[]>("() => window.noticed");
        Assert.All(notices, notice => Assert.Equal(
            """["Coulisse",{"body":"Something waits at the desk.","tag":"coulisse"}]""", notice));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => window.heard"));
        await page.CloseAsync();
    }

    [Fact]
    public async Task Of_what_we_do_ourselves_nothing()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync("Our own words");
        var page = await Page.Context.NewPageAsync();
        await page.AddInitScriptAsync(Ear);
        await page.GotoAsync(new Uri(evening.Ours.Start, $"room/{room}").ToString());
        await page.Locator("main[data-alive]").WaitForAsync();
        await page.Locator("#words").FillAsync("One of ours");
        await page.Locator("#words").PressAsync("Control+Enter");
        await Expect(page.Locator(".message.ours .text")).ToHaveTextAsync("One of ours");
        Assert.Empty(await page.EvaluateAsync<string[]>("() => window.noticed"));
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_tab_says_how_the_line_is_by_word_and_shape_on_every_screen_and_no_content()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync(Topic);
        foreach (var place in (string[])["", "line", $"room/{room}", "search", "parties"])
        {
            await evening.Ours.ShowAsync(place);
            await Expect(Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Open · "));
            await Expect(Page.Locator("link[rel=icon]")).ToHaveAttributeAsync("href", "icon-good.svg");
            Assert.DoesNotContain("Tarn", await Page.TitleAsync(), StringComparison.Ordinal);
        }
        await evening.Parties.A.Station.KillAsync();
        try
        {
            await Expect(Page).ToHaveTitleAsync(
                new System.Text.RegularExpressions.Regex("^Our station unreachable · Parties"));
            await Expect(Page.Locator("link[rel=icon]")).ToHaveAttributeAsync("href", "icon-cut.svg");
        }
        finally
        {
            await evening.Parties.A.Station.StartAsync();
        }
        await Expect(Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Open · "));
    }

    [Fact]
    public async Task A_lock_takes_all_windows_and_their_tabs_and_gives_back_what_was_begun()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync("What stands behind a lock");
        await evening.Ours.ShowAsync($"room/{room}");
        await Page.Locator("#words").FillAsync("Begun before the lock");
        await Expect(Page.Locator("#keeping")).ToHaveTextAsync("Draft kept in the desk");
        var other = await Page.Context.NewPageAsync();
        await other.GotoAsync(new Uri(evening.Ours.Start, "line").ToString());
        await other.Locator("main[data-alive]").WaitForAsync();
        await other.Locator("h1").ClickAsync();
        await other.Keyboard.PressAsync("l");
        foreach (var page in (IPage[])[Page, other])
        {
            await Expect(page.Locator("[data-locked]")).ToBeVisibleAsync();
            await Expect(page).ToHaveTitleAsync("Locked");
            var shown = await page.ContentAsync();
            foreach (var content in (string[])["Begun before", "stands behind", evening.Secretary.Office, "Sorvane"])
                Assert.DoesNotContain(content, shown, StringComparison.Ordinal);
        }
        await other.Locator("[type=password]").FillAsync(Passphrase);
        await other.Locator("[type=password]").PressAsync("Enter");
        await Expect(other.Locator("h1")).ToHaveTextAsync("Line");
        await Expect(Page.Locator("#words")).ToHaveValueAsync("Begun before the lock");
        await other.CloseAsync();
    }
}
