using Coulisse.Screens.Desks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>Our letter on one screen, its codes photographed, and read at the other side's desk.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class A_letter_travels_by_codes(Evening evening)
{
    private IPage Ours => evening.Ours.Page;

    private ILocator Found => Ours.Locator("[data-found]");

    private ILocator Refusal => Ours.Locator("main [role=alert]").Last;

    [Fact]
    public async Task In_any_order_some_of_them_first_and_several_in_one_picture()
    {
        _ = evening.Browser;
        var theirs = await PhotographAsync(evening.Theirs, evening.Browser);
        Assert.True(theirs.Count >= 4, $"{theirs.Count} codes");
        await evening.Ours.ShowAsync("parties/compare");
        await ChooseAsync(theirs[2], theirs[1]);
        await Expect(Found).ToContainTextAsync($"Of {theirs.Count} codes these are still missing: 1, 4");
        await ChooseAsync([theirs[1], .. theirs.Skip(3).Reverse()]);
        await Expect(Found).ToContainTextAsync("still missing: 1.");
        await ChooseAsync(theirs[0]);
        await Expect(Found).ToContainTextAsync("The letter is put together.");
        await Expect(Ours.Locator("main [role=status]").Last).ToContainTextAsync("This very letter is known here.");
        // All of them at once, as a photograph of the whole screen has them.
        await evening.Ours.ShowAsync("parties/compare");
        await ChooseAsync(await WholeAsync(evening.Theirs));
        await Expect(Found).ToContainTextAsync("The letter is put together.");
        Assert.Empty(evening.Ours.Faults);
    }

    [Fact]
    public async Task What_is_no_code_or_of_another_letter_is_refused_and_what_was_read_stays()
    {
        _ = evening.Browser;
        var theirs = await PhotographAsync(evening.Theirs, evening.Browser);
        var ours = await PhotographAsync(evening.Ours, evening.Browser);
        await evening.Ours.ShowAsync("parties/compare");
        await ChooseAsync(theirs[0]);
        await Expect(Found).ToContainTextAsync("still missing: 2");
        await ChooseAsync(ours[1]);
        await Expect(Refusal).ToContainTextAsync("a code of another letter");
        await Expect(Found).ToContainTextAsync("still missing: 2");
        await ChooseAsync(await Ours.Locator("h1").ScreenshotAsync());
        await Expect(Refusal).ToContainTextAsync("No code was found in these pictures.");
        await ChooseAsync("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray());
        await Expect(Refusal).ToContainTextAsync("No code was found in these pictures.");
        await ChooseAsync([.. theirs.Skip(1)]);
        await Expect(Found).ToContainTextAsync("The letter is put together.");
        // Our own, read by ourselves, is called that.
        await ChooseAsync([.. ours]);
        await Expect(Ours.Locator("main [role=status]").Last).ToContainTextAsync("This is a letter of your own party.");
        Assert.Empty(evening.Ours.Faults);
    }

    private Task ChooseAsync(params byte[][] pictures) => Ours.Locator("[data-pictures]").SetInputFilesAsync(
        [.. pictures.Select((picture, at) => new FilePayload
        {
            Name = $"{at}.png",
            MimeType = "image/png",
            Buffer = picture,
        })]);

    private static async Task ShowAsync(IPage page, Uri start)
    {
        await page.GotoAsync(new Uri(start, "parties/compare").ToString());
        await page.Locator("main[data-alive]").WaitForAsync();
        await page.Locator("fluent-button:has-text(\"Show our letter as codes\")").ClickAsync();
        await Expect(page.Locator(".code").First).ToBeVisibleAsync();
    }

    // In the dark as well: a camera needs dark squares on white in any look.
    private static async Task<List<byte[]>> PhotographAsync(Window window, IBrowser browser)
    {
        _ = browser;
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ShowAsync(window.Page, window.Start);
        var taken = new List<byte[]>();
        foreach (var code in await window.Page.Locator(".code").AllAsync())
            taken.Add(await code.ScreenshotAsync());
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return taken;
    }

    private static async Task<byte[]> WholeAsync(Window window)
    {
        await ShowAsync(window.Page, window.Start);
        return await window.Page.Locator(".codes").ScreenshotAsync();
    }
}
