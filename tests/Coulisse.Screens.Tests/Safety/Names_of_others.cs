using Coulisse.Screens.Tests.Hosting;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Safety;

/// <summary>Nobody signs up as somebody who is already there, however the name is spelt.</summary>
[Trait("Row", "14")]
public sealed class Names_of_others(SharedHouse house) : IClassFixture<SharedHouse>
{
    private static readonly string[] Spellings =
    [
        "Night Desk", "night desk", "NIGHT  DESK", "Nіght Desk", "Νight Desk", "Night\u200bDesk", "Night\u00a0Desk",
        "Ｎight Ｄesk", "\u202eksed thgiN", "Night Desk\u202c", "Night Des\u212a", "N1ght Desk", "Nlght Desk",
    ];

    [Fact]
    public async Task Are_refused_to_newcomers()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en");
        var page = await window.NewPageAsync();
        foreach (var name in Spellings)
        {
            await page.GotoAsync(new Uri(house.Theatre.Page.Stage.Address, "/account/new").AbsoluteUri);
            await page.FillAsync("#name", name);
            await page.FillAsync("#passphrase", Publication.Passphrase);
            await page.ClickAsync("main button[type=submit]:visible >> nth=0");

            await Assertions.Expect(page.Locator("#name-error, .codes")).ToBeVisibleAsync();
            Assert.True(await page.Locator("#name-error").IsVisibleAsync(), $"{name} was taken.");
        }
    }

    [Fact]
    public async Task Leave_room_for_a_name_of_ones_own()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en");
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(house.Theatre.Page.Stage.Address, "/account/new").AbsoluteUri);
        await page.FillAsync("#name", "Morning Desk");
        await page.FillAsync("#passphrase", Publication.Passphrase);
        await page.ClickAsync("main button[type=submit]:visible >> nth=0");

        await Assertions.Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
    }

    [Fact]
    public async Task Stand_apart_from_the_words_around_them_wherever_they_are_shown()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Reader, "ar");
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(house.Theatre.Page.Stage.Address, house.Theatre.Page.AddressOf(house.Theatre.Page.Report, "ar")).AbsoluteUri);

        Assert.Equal(0, await page.Locator(".comment-author:not(:has(> bdi))").CountAsync());
        Assert.NotEqual(0, await page.Locator(".comment-author > bdi").CountAsync());
        Assert.Equal(1, await page.Locator(".masthead-tools bdi").CountAsync());
    }
}
