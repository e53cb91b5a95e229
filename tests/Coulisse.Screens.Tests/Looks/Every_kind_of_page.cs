using Coulisse.Screens.Tests.Hosting;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Looks;

/// <summary>Every kind of page, in light and dark, on a desk and on the smallest phones, in every language of the interface.</summary>
public sealed class Every_kind_of_page(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    [InlineData("fr", "ltr")]
    [InlineData("ru", "ltr")]
    public async Task Is_open_to_everyone_fits_and_names_its_language(string language, string direction)
    {
        // Axe is a script of its own: it needs a window where the page's policy does not hold.
        var tour = new Tour(house.Theatre, options => options.BypassCSP = true);
        Tour.AssertNone(await tour.FaultsAsync(language, async (page, kind) =>
        [
            .. kind.IsInOneLanguage ? [] : await LanguageAsync(page, language, direction),
            .. kind.IsMain || language is "en" or "ar" ? await BarriersAsync(page, isThorough: language == "en") : [],
            .. await WidthsAsync(page),
        ]));
    }

    [Fact]
    public async Task That_some_cannot_read_is_noticed()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en", options => options.BypassCSP = true);
        var page = await window.NewPageAsync();
        await page.GotoAsync(house.Theatre.Page.Stage.Address.AbsoluteUri);
        await page.EvaluateAsync("() => { document.querySelector('main').style.color = '#ddd'; }");

        Assert.Contains(await BarriersAsync(page, isThorough: false), fault => fault.Contains("color-contrast", StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_is_too_wide_is_noticed()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en");
        var page = await window.NewPageAsync();
        await page.GotoAsync(house.Theatre.Page.Stage.Address.AbsoluteUri);
        await page.EvaluateAsync("() => { document.querySelector('main .summary').style.whiteSpace = 'nowrap'; }");

        Assert.NotEmpty(await WidthsAsync(page));
    }

    private static async Task<IEnumerable<string>> LanguageAsync(IPage page, string language, string direction)
    {
        var said = await page.EvaluateAsync<string>(
            "() => `${document.documentElement.lang} ${document.documentElement.dir} ${getComputedStyle(document.body).direction}`");
        return said == $"{language} {direction} {direction}" ? [] : [said];
    }

    /// <param name="page">The page as it stands.</param>
    /// <param name="isThorough">Colours at the other width too; they are the same in all languages.</param>
    private static async Task<IEnumerable<string>> BarriersAsync(IPage page, bool isThorough)
    {
        var faults = new List<string>();
        foreach (var (width, scheme, isWhole) in new[]
        {
            (1280, ColorScheme.Light, true), (1280, ColorScheme.Dark, false), (390, ColorScheme.Dark, true), (390, ColorScheme.Light, false),
        })
        {
            if (!isWhole && !isThorough)
                continue;
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            faults.AddRange((await Eye.BarriersAsync(page, isWhole)).Select(fault => $"{width}, {scheme}: {fault}"));
        }
        return faults;
    }

    private static async Task<IEnumerable<string>> WidthsAsync(IPage page)
    {
        var faults = new List<string>();
        foreach (var width in new[] { 390, 320 })
        {
            await page.SetViewportSizeAsync(width, 844);
            faults.AddRange((await Eye.TooWideAsync(page)).Select(fault => $"{width}: {fault}"));
        }
        return faults;
    }
}
