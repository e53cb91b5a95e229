using Coulisse.Screens.Tests.Hosting;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Reading;

/// <summary>Language, direction, zone: what the page says of itself and what a reader sees.</summary>
public sealed class In_the_readers_language(SharedHouse house) : IClassFixture<SharedHouse>
{
    private Uri At(string path) => new(house.Theatre.Page.Stage.Address, path);

    [Theory]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    public async Task The_masthead_is_mirrored_and_scores_keep_their_sign(string language, bool isMirrored)
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, language);
        var page = await window.NewPageAsync();
        await page.GotoAsync(At(house.Theatre.Page.AddressOf(house.Theatre.Page.Report, language)).AbsoluteUri);
        var name = await page.Locator(".masthead-name a").BoundingBoxAsync();
        var tools = await page.Locator(".masthead-tools").BoundingBoxAsync();
        Assert.Equal(isMirrored, name!.X > tools!.X);

        // The sign stands before its figure on the left, as in the language's own arithmetic.
        Assert.True(await page.EvaluateAsync<bool>("""
            () => {
              const score = [...document.querySelectorAll('.score')].find(s => s.textContent.includes('+1'));
              const walker = document.createTreeWalker(score, NodeFilter.SHOW_TEXT);
              const text = walker.nextNode();
              const at = what => { const r = document.createRange(); const i = text.data.indexOf(what); r.setStart(text, i); r.setEnd(text, i + 1); return r.getBoundingClientRect().left; };
              return at('+') < at('1');
            }
            """));
    }

    [Fact]
    public async Task Editions_name_each_other_and_themselves()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en");
        var page = await window.NewPageAsync();
        var first = await AlternatesAsync(page, At(house.Theatre.Page.AddressOf(house.Theatre.Page.Report, "en")).AbsoluteUri);
        Assert.Superset(new HashSet<string> { "en", "fr", "ru", "ar" }, first.Keys.ToHashSet());
        foreach (var (language, address) in first.Where(alternate => alternate.Key != "x-default"))
        {
            Assert.Equal(first, await AlternatesAsync(page, address));
            Assert.Equal(address, page.Url);
            Assert.Equal(address, await page.GetAttributeAsync("link[rel=canonical]", "href"));
            Assert.Equal(language, await page.GetAttributeAsync(".title h1", "lang"));
        }
    }

    [Fact]
    public async Task Times_move_to_the_zone_that_the_reader_chooses()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en", options => options.JavaScriptEnabled = false);
        var page = await window.NewPageAsync();
        var article = At(house.Theatre.Page.AddressOf(house.Theatre.Page.Imported, "fr")).AbsoluteUri;
        await page.GotoAsync(article);
        await Assertions.Expect(page.Locator(".comment time").First).ToHaveTextAsync("12 mars 2031 à 09 h 15");

        await page.GotoAsync(At("/account/reading").AbsoluteUri);
        await page.FillAsync("#zone", "Asia/Tokyo");
        await page.ClickAsync("main form button");
        await page.GotoAsync(article);
        await Assertions.Expect(page.Locator(".comment time").First).ToHaveTextAsync("12 mars 2031 à 18 h 15");

        await page.GotoAsync(At("/account/reading").AbsoluteUri);
        await page.FillAsync("#zone", "Asia/Nowhere");
        await page.ClickAsync("main form button");
        await Assertions.Expect(page.Locator("#zone-error")).ToBeVisibleAsync();
    }

    private static async Task<Dictionary<string, string>> AlternatesAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        var pairs = await page.EvaluateAsync<string[][]>("() => [...document.querySelectorAll('link[rel=alternate][hreflang]')].map(l => [l.hreflang, l.href])");
        return pairs.ToDictionary(pair => pair[0], pair => pair[1]);
    }
}
