using Coulisse.Screens.Desks;
using Coulisse.Screens.Tests.Hosting;
using Coulisse.Screens.Tests.Looks;
using Coulisse.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>Each screen and state in light and dark, wide and narrow, those that differ by language in every language,
/// where words have least room. Pictures for a person's eye are taken by <c>./campaign screens</c>.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class Every_screen_is_easy_to_look_at(Evening evening)
{
    private static readonly (string, int, ColorScheme)[] Looks =
    [
        ("light", 1280, ColorScheme.Light), ("dark", 1280, ColorScheme.Dark), ("phone", 390, ColorScheme.Light),
    ];

    private IPage Page => evening.Theirs.Page;

    [Fact]
    public async Task Has_no_barrier_and_nothing_that_leaves_its_box()
    {
        _ = evening.Browser;
        var scene = await DeskScene.SetAsync(evening.Parties);
        var faults = new List<string>();
        try
        {
            foreach (var language in (string[])["fr", "ru", "ar", "en"])
            {
                await evening.Theirs.SpeakAsync(language);
                foreach (var place in DeskPlace.All(scene)
                    .Where(place => !place.IsAlike && (language == "en" || (place.IsTold && !place.IsEnglish))))
                {
                    await place.ShowAsync(evening.Theirs);
                    await LookAsync(language, place.Name, faults);
                    if (place.After is not null)
                        await place.After(Page);
                }
            }
        }
        finally
        {
            await evening.Theirs.SpeakAsync("en"); // others share this evening
        }
        await evening.Secretary.Server.KillAsync();
        await Expect(Page.Locator(".offline")).ToBeVisibleAsync();
        await LookAsync("en", "offline", faults);
        await Page.SetViewportSizeAsync(1280, 900);
        await evening.Secretary.Server.StartAsync();
        await Expect(Page.Locator(".offline")).ToHaveCountAsync(0);
        evening.Theirs.Faults.Clear();
        Tour.AssertNone(faults);
    }

    // Colours are the same in every language: others are looked at where they break first.
    private async Task LookAsync(string language, string name, List<string> faults)
    {
        foreach (var (look, width, scheme) in Looks.Where(look => language == "en" || look.Item1 == "phone"))
        {
            await Page.SetViewportSizeAsync(width, width == 390 ? 844 : 900);
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = (await Eye.BarriersAsync(Page, Depth.Whole)).Concat(await Eye.TooWideAsync(Page));
            faults.AddRange(found.Select(fault => $"{name}, {language}, {look}: {fault}"));
        }
        if (language != "en")
            return;
        var needed = (await Needs.VanishedAsync(Page)).Concat(await Needs.MovingAsync(Page))
            .Concat(await Needs.TooWideEnlargedAsync(Page));
        faults.AddRange(needed.Select(fault => $"{name}: {fault}"));
    }
}
