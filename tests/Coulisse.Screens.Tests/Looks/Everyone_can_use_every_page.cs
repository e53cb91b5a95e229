using Coulisse.Screens.Tests.Hosting;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Looks;

/// <summary>WCAG 2.0 to 2.2, A and AA, and good practice, as axe reads them: on every kind of page, light and dark, desk and phone.</summary>
public sealed class Everyone_can_use_every_page(House house) : IClassFixture<House>
{
    private const string Rules = """
        async isWhole => {
          const only = isWhole
            ? { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
            : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
          const found = await axe.run(document, { runOnly: only, resultTypes: ['violations'] });
          return found.violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.target.join(' ')} ${n.html.slice(0, 120)}`));
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("fr")]
    [InlineData("ru")]
    public async Task In_the_language(string language)
    {
        var theatre = house.Theatre;
        // Axe is a script of its own: it needs a window where the page's policy does not hold.
        var tour = new Tour(theatre, options => (options.BypassCSP, options.ViewportSize) = (true, Desk));
        Tour.AssertNone(await tour.FaultsAsync(Tour.Stops(theatre, language), LookAsync));
    }

    [Fact]
    public async Task And_a_page_that_some_cannot_use_is_noticed()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en", options => options.BypassCSP = true);
        var page = await window.NewPageAsync();
        await page.GotoAsync(house.Theatre.Page.Stage.Address.AbsoluteUri);
        await page.EvaluateAsync("() => { document.querySelector('main').style.color = '#ddd'; }");

        Assert.Contains(await LookAsync(page, "en"), fault => fault.Contains("color-contrast", StringComparison.Ordinal));
    }

    private static ViewportSize Desk => new() { Width = 1280, Height = 900 };

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string language)
    {
        await page.EvaluateAsync(Axe);
        var faults = new List<string>();
        await RunAsync("desk, light", isWhole: true);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await RunAsync("desk, dark", isWhole: false);
        await page.SetViewportSizeAsync(390, 844);
        await RunAsync("phone, dark", isWhole: true);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await RunAsync("phone, light", isWhole: false);
        return faults;

        async Task RunAsync(string where, bool isWhole) =>
            faults.AddRange((await page.EvaluateAsync<string[]>(Rules, isWhole)).Select(fault => $"{where}: {fault}"));
    }
}
