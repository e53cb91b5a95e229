using Coulisse.Screens.Tests.Hosting;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Looks;

/// <summary>On the smallest phones no page scrolls sideways, and no words leave their box, in any language.</summary>
public sealed class Nothing_is_too_wide(House house) : IClassFixture<House>
{
    // What is meant to scroll by itself, or is not seen, does not count.
    private const string TooWide = """
        () => {
          const say = e => `${e.localName}.${e.className} ${e.scrollWidth} in ${e.clientWidth}: ${e.textContent.trim().slice(0, 60)}`;
          const faults = [];
          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) faults.push(`the page scrolls: ${root.scrollWidth} in ${root.clientWidth}`);
          for (const e of document.body.querySelectorAll('*')) {
            if (e.closest('.visually-hidden, .skip, pre, svg, select, textarea, thead') || !e.checkVisibility()) continue;
            const style = getComputedStyle(e);
            if (style.display === 'inline' || style.display === 'contents' || style.overflowX !== 'visible' || e.clientWidth === 0) continue;
            if (e.scrollWidth > e.clientWidth + 1) faults.push(say(e));
          }
          return faults.slice(0, 4);
        }
        """;

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("fr")]
    [InlineData("ru")]
    public async Task On_a_phone(string language)
    {
        var theatre = house.Theatre;
        var tour = new Tour(theatre, options => options.ViewportSize = new() { Width = 390, Height = 844 });
        Tour.AssertNone(await tour.FaultsAsync(theatre.Kinds.Select(kind => (kind, language)), LookAsync));
    }

    [Fact]
    public async Task And_what_is_too_wide_is_noticed()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en");
        var page = await window.NewPageAsync();
        await page.GotoAsync(house.Theatre.Page.Stage.Address.AbsoluteUri);
        await page.EvaluateAsync("() => { document.querySelector('main p').style.whiteSpace = 'nowrap'; }");

        Assert.NotEmpty(await LookAsync(page, "en"));
    }

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string language)
    {
        var faults = (await page.EvaluateAsync<string[]>(TooWide)).Select(fault => "390: " + fault).ToList();
        await page.SetViewportSizeAsync(320, 700);
        faults.AddRange((await page.EvaluateAsync<string[]>(TooWide)).Select(fault => "320: " + fault));
        return faults;
    }
}
