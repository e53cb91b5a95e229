using Coulisse.Screens.Tests.Hosting;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Looks;

/// <summary>Everything can be reached and done without a pointer, and one always sees where one is.</summary>
public sealed class Keyboard_alone(SharedHouse house) : IClassFixture<SharedHouse>
{
    private const int StopsMax = 400;

    private const string Here = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return '';
          const style = getComputedStyle(e);
          const box = e.getBoundingClientRect();
          const hasOutline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          const isSeen = hasOutline && box.width > 0 && box.height > 0;
          const words = (e.textContent || e.name || '').trim().slice(0, 40);
          return `${isSeen ? 'seen' : 'unseen'} ${e.localName} ${e.className || e.id} ${words}`;
        }
        """;

    // A group of radio buttons is one stop, and so is a list of choices.
    private const string Reachable = """
        () => {
          const stops = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
          return new Set([...document.querySelectorAll(stops)].filter(e => e.checkVisibility() && !e.disabled)
            .map(e => e.type === 'radio' ? 'radio ' + e.name + e.form?.action : e)).size;
        }
        """;

    [Theory]
    [InlineData("front")]
    [InlineData("report")]
    [InlineData("thread")]
    [InlineData("sign-in")]
    [InlineData("account")]
    [InlineData("publisher")]
    [InlineData("publisher-claims")]
    [InlineData("publisher-moderation")]
    public async Task Reaches_everything_and_shows_where_it_is(string name)
    {
        var kind = house.Theatre.Kinds.Single(kind => kind.Name == name);
        await using var window = await house.Theatre.WindowAsync(kind.Who, "en");
        var page = await window.NewPageAsync();
        await page.GotoAsync(house.Theatre.AddressOf(kind, "en").AbsoluteUri.Split('#')[0]);
        var stops = await WalkAsync(page);

        Assert.StartsWith("seen a skip", stops[0], StringComparison.Ordinal);
        Assert.DoesNotContain(stops, stop => stop.StartsWith("unseen", StringComparison.Ordinal));
        Assert.Equal(await page.EvaluateAsync<int>(Reachable), stops.Count);
    }

    [Fact]
    public async Task Skips_to_the_words()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en");
        var page = await window.NewPageAsync();
        await page.GotoAsync(house.Theatre.Page.Stage.Address.AbsoluteUri);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("main", await page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Fact]
    public async Task Signs_in_and_comments()
    {
        var theatre = house.Theatre;
        await using var window = await theatre.WindowAsync(Who.Guest, "en");
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(theatre.Page.Stage.Address, theatre.Page.AddressOf(theatre.Page.Report, "en"))
            .AbsoluteUri);
        await TabToAsync(page, "a[href^='/account/sign-in']");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#name").WaitForAsync();
        await TabToAsync(page, "#name");
        await page.Keyboard.TypeAsync(Publication.OtherName);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Publication.Passphrase);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#words").WaitForAsync();
        await TabToAsync(page, "#words");
        await page.Keyboard.TypeAsync("Typed without a pointer.");
        await TabToAsync(page, "#write button[type=submit]");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".comment-body", new() { HasText = "Typed without a pointer." }))
            .ToBeVisibleAsync();
    }

    private static async Task<List<string>> WalkAsync(IPage page)
    {
        var stops = new List<string>();
        while (stops.Count < StopsMax)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>(Here) is not { Length: > 0 } stop)
                break;
            stops.Add(stop);
        }
        return stops;
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var n = 0; n < StopsMax; n++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }
        Assert.Fail($"Tab does not reach {selector}.");
    }
}
