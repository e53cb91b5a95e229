using System.Text;
using Coulisse.Screens.Tests.Hosting;
using Coulisse.Screens.Tests.Looks;
using Coulisse.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>Each screen and state in light and dark, wide and narrow, and in every language; a picture of each is left
/// in artifacts/screens for a person's eye.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class Every_screen_is_easy_to_look_at(Evening evening)
{
    private static readonly string Pictures = Path.Combine(Programs.Root, "artifacts", "screens");

    private IPage Page => evening.Theirs.Page;

    [Fact]
    public async Task Has_no_barrier_and_nothing_that_leaves_its_box()
    {
        _ = evening.Browser;
        Directory.CreateDirectory(Pictures);
        var room = await evening.OpenAsync();
        await SayMuchAsync(room);
        var asked = await evening.Adviser.OpenRoomAsync(evening.Secretary.Office,
            "A second talk, on the convoys", "Everything else");
        await evening.Secretary.UntilAsync(asked, seen => seen.Status == "Invited", "proposed");
        var faults = new List<string>();
        try
        {
            foreach (var language in (string[])["fr", "ru", "ar", "en"])
            {
                await SpeakAsync(language);
                await LookAtAllAsync(language, room, asked, faults);
            }
        }
        finally
        {
            await SpeakAsync("en"); // others share this evening
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

    private async Task SpeakAsync(string language)
    {
        await evening.Theirs.ShowAsync("");
        await Page.Locator(".tongue select").SelectOptionAsync(language);
        await Expect(Page.Locator($"html[lang={language}]")).ToHaveCountAsync(1);
    }

    private async Task LookAtAllAsync(string language, string room, string asked, List<string> faults)
    {
        foreach (var (place, name) in ((string, string)[])[("", "watch"), ($"room/{room}", "room"),
            ($"room/{asked}/consent", "consent"), ($"room/{room}/consent", "nothing-asked"),
            ("nothing/here", "nothing")])
        {
            await evening.Theirs.ShowAsync(place);
            await Page.Locator("h1").First.WaitForAsync();
            await LookAsync(language, name, faults);
        }
    }

    private async Task LookAsync(string language, string name, List<string> faults)
    {
        foreach (var (look, width, scheme) in ((string, int, ColorScheme)[])[("light", 1280, ColorScheme.Light),
            ("dark", 1280, ColorScheme.Dark), ("phone", 390, ColorScheme.Light)])
        {
            await Page.SetViewportSizeAsync(width, width == 390 ? 844 : 900);
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = (await Eye.BarriersAsync(Page, Depth.Whole)).Concat(await Eye.TooWideAsync(Page));
            faults.AddRange(found.Select(fault => $"{name}, {language}, {look}: {fault}"));
            var picture = Path.Combine(Pictures, $"{name}.{language}.{look}.png");
            await Page.ScreenshotAsync(new() { Path = picture, FullPage = true });
        }
    }

    private async Task SayMuchAsync(string room)
    {
        using var ours = evening.Secretary.Door();
        using var theirs = evening.Adviser.Door();
        string[] words =
        [
            "We saw two patrol boats cross the line at 03:40. Is that the exercise you told us of?",
            "It is. They turn back at the buoy. We ask you to keep your aircraft south of the bay until 06:00.",
            "Understood: boats turn at the buoy, aircraft south of the bay until 06:00, local time.",
            "Подтверждаю. Следующая проверка в 05:00.",
            "نؤكد ذلك، وسنكون على الخط.",
            "Who said “р\u0430trol”? \u202Eeht ot kcab",
        ];
        for (var at = 0; at < words.Length; at++)
        {
            Assert.True(await (at % 2 == 0 ? ours : theirs).SayAsync(room, Encoding.UTF8.GetBytes(words[at])));
            await evening.Secretary.UntilAsync(room, seen => seen.Messages == (ulong)at + 1, "read");
            await evening.Adviser.UntilAsync(room, seen => seen.Messages == (ulong)at + 1, "read");
        }
    }
}
