using Coulisse.Screens.Tests.Hosting;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Looks;

/// <summary>Every kind of page, in light and dark, on a desk and on the smallest phones, in every language of the
/// interface.</summary>
/// <remarks>Alone: its two guides are as much as two cores can draw at once.</remarks>
[Collection(nameof(Alone))]
public sealed class Every_kind_of_page(SharedHouse house) : IClassFixture<SharedHouse>
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
            .. await Eye.GluedAsync(page),
            .. kind.IsMain || language is "en" or "ar" ? await BarriersAsync(page, language) : [],
            .. await WidthsAsync(page),
        ]));
    }

    /// <summary>All that axe knows of every page, in every language, at either width and in either light.</summary>
    [Theory]
    [Trait("Pace", "long")]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("fr")]
    [InlineData("ru")]
    public async Task Is_open_to_everyone_by_day_and_night_on_a_desk_and_a_phone(string language)
    {
        var tour = new Tour(house.Theatre, options => options.BypassCSP = true);
        Tour.AssertNone(await tour.FaultsAsync(language, async (page, _) =>
        [
            .. await LookAsync(page, 1280, ColorScheme.Light, Depth.Whole),
            .. await LookAsync(page, 1280, ColorScheme.Dark, Depth.Whole),
            .. await LookAsync(page, 390, ColorScheme.Light, Depth.Whole),
            .. await LookAsync(page, 390, ColorScheme.Dark, Depth.Whole),
        ]));
    }

    [Fact]
    public async Task That_some_cannot_read_is_noticed()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en", options => options.BypassCSP = true);
        var page = await window.NewPageAsync();
        await page.GotoAsync(house.Theatre.Page.Stage.Address.AbsoluteUri);
        await page.EvaluateAsync("() => { document.querySelector('main').style.color = '#ddd'; }");

        Assert.Contains(await BarriersAsync(page, "en"),
            fault => fault.StartsWith("1280, Light: color-contrast", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<span>Version 1</span><span>made from French</span>", 1)]
    [InlineData("<span>Version 1</span> <span>made from French</span>", 0)]
    [InlineData("<b>3</b>comments", 1)]
    [InlineData("<b>three</b><svg width='1' height='1'></svg>words", 1)]
    [InlineData("<span style='display: inline-block'>one</span><a href='/'>two</a>", 1)]
    [InlineData("<span style='display: block'>one</span><a href='/'>two</a>", 0)]
    [InlineData("<span>one</span><br><span>two</span>", 0)]
    [InlineData("<span>one</span>, <span>two</span>", 0)]
    [InlineData("<span>as it was said</span><sup>1</sup>", 0)]
    [InlineData("<span>changed wor</span><ins>ld</ins>", 0)]
    [InlineData("<span>كلمة</span><span>أخرى</span>", 1)]
    public async Task That_runs_words_together_is_noticed(string markup, int faults)
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en");
        var page = await window.NewPageAsync();
        await page.SetContentAsync($"<main><p>{markup}</p></main>");

        Assert.Equal(faults, (await Eye.GluedAsync(page)).Count());
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
        var said = await page.EvaluateAsync<string>("""
            () => {
              const { lang, dir } = document.documentElement;
              return `${lang} ${dir} ${getComputedStyle(document.body).direction}`;
            }
            """);
        return said == $"{language} {direction} {direction}" ? [] : [said];
    }

    /// <summary>Every kind of page by day and by night, on a desk and on a phone, each with each: two of the four
    /// pairs from left to right, two from right to left. The mark-up is one in all languages; what axe knows of it is
    /// asked in the first, at either width, and of the main kinds in every language that is left.</summary>
    private static async Task<IEnumerable<string>> BarriersAsync(IPage page, string language) => language switch
    {
        "en" =>
        [
            .. await LookAsync(page, 1280, ColorScheme.Light, Depth.Whole),
            .. await LookAsync(page, 390, ColorScheme.Dark, Depth.Whole),
        ],
        "ar" =>
        [
            .. await LookAsync(page, 1280, ColorScheme.Dark, Depth.Drawing),
            .. await LookAsync(page, 390, ColorScheme.Light, Depth.Drawing),
        ],
        _ =>
        [
            .. await LookAsync(page, 1280, ColorScheme.Light, Depth.Drawing),
            .. await LookAsync(page, 390, ColorScheme.Dark, Depth.Whole),
        ],
    };

    private static async Task<IEnumerable<string>> LookAsync(IPage page, int width, ColorScheme scheme, Depth depth)
    {
        await page.SetViewportSizeAsync(width, 844);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        return (await Eye.BarriersAsync(page, depth)).Select(fault => $"{width}, {scheme}: {fault}");
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
