using System.Globalization;
using Coulisse.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>Signals and joint releases: what waits, what is asked of whom, what goes to the page, what is
/// out.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class What_is_said_in_the_open_is_seen_on_one_screen(Evening evening)
{
    private const string Until = "yyyy-MM-dd HH:mm 'UTC'";

    private IPage Ours => evening.Ours.Page;

    private IPage Theirs => evening.Theirs.Page;

    [Fact]
    public async Task A_signal_is_accepted_goes_to_our_page_in_both_languages_and_is_seen_to_be_out()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync("The ferry");
        await evening.Secretary.ActAsync(room, "signal ask", $"until: {Clock(DateTime.UtcNow.AddHours(5))}\n"
            + "en: The ferry over the sound runs again.\nfr: Le bac du détroit circule de nouveau.");
        await evening.Adviser.UntilAsync(room, seen => seen.Messages == 1, "read");
        await evening.Ours.ShowAsync("");
        await Ours.Locator("h1").ClickAsync();
        await Ours.Keyboard.PressAsync("s");
        await Expect(Ours.Locator("h1")).ToHaveTextAsync("In the open");
        var asked = Section(Ours, "statements-of-us", "ferry over the sound");
        await Expect(asked).ToContainTextAsync("in 5 hours");
        await Expect(asked.Locator(".hand-over")).ToHaveCountAsync(0);
        await asked.Locator("button:has-text(\"Accept these words\")").ClickAsync();
        await SayAsync(Ours);
        await Expect(asked.Locator(".hand-over")).ToContainTextAsync("2 languages");

        var download = await Ours.RunAndWaitForDownloadAsync(() =>
            asked.Locator("fluent-button[data-hand-over]").ClickAsync());
        var item = Path.Combine(evening.Parties.Folder, download.SuggestedFilename);
        await download.SaveAsAsync(item);
        var taken = await Programs.RunAsync(evening.Parties.Folder, ["page", "import", item, "--file", "ferry.page"]);
        Assert.True(taken.Code == 0, taken.Error);
        Assert.Contains("Le bac du détroit", await File.ReadAllTextAsync(item, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);

        await asked.Locator("button:has-text(\"Say where it was said\")").ClickAsync();
        await Ours.Locator(".sheet :is(input[type=text], textarea)").First.FillAsync("https://page.example/s/7");
        await Ours.Locator("#sheet-look").ClickAsync();
        await SayAsync(Ours);
        await Expect(Section(Ours, "statements-out", "ferry over the sound")).ToBeVisibleAsync();
        await evening.Theirs.ShowAsync("statements");
        await Expect(Section(Theirs, "statements-out", "ferry over the sound"))
            .ToContainTextAsync("https://page.example/s/7");
        await Expect(Theirs.Locator(".hand-over:has-text(\"sound runs\")")).ToHaveCountAsync(0);
        Assert.Empty(evening.Ours.Faults.Concat(evening.Theirs.Faults));
    }

    [Fact]
    public async Task A_joint_release_waits_for_its_minute_and_what_the_other_side_does_is_plain()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync("The lighthouse");
        var minute = DateTime.UtcNow.AddSeconds(20);
        minute = minute.AddSeconds(60 - minute.Second);
        await evening.Adviser.ActAsync(room, "release offer",
            $"subject: The lighthouse\nminute: {Clock(minute)}\n\nThe lighthouse is lit again.");
        await evening.Secretary.ActAsync(room, "release join", "We have lit the lighthouse.", 1);
        await evening.Adviser.UntilAsync(room, seen => seen.Messages == 2, "read");
        await evening.Ours.ShowAsync("statements");
        var release = Section(Ours, "statements-together", "The lighthouse");
        await Expect(release).ToContainTextAsync("Both are bound to their texts");
        await Expect(release.Locator(".part")).ToHaveTextAsync(["Our text: bound to a text that is not open yet",
            "Their text: bound to a text that is not open yet"]);
        await Expect(release.Locator(".hand-over")).ToContainTextAsync("The lighthouse is lit again.");
        await Expect(release).Not.ToContainTextAsync("We have lit");

        await evening.Secretary.ActAsync(room, "release open", null, 1); // waits for the minute
        await Expect(release).ToContainTextAsync("We have lit the lighthouse.");
        await Expect(release.Locator(".part").Last).ToContainTextAsync("the text that was bound, in the agreed minute");
        await release.Locator("button:has-text(\"Open our text\")").ClickAsync();
        await SayAsync(Ours);
        await Expect(Section(Ours, "statements-out", "The lighthouse"))
            .ToContainTextAsync("The lighthouse is lit again.");
    }

    private static ILocator Section(IPage page, string title, string words) =>
        page.Locator($"section[aria-labelledby={title}] .statement", new() { HasText = words });

    private static async Task SayAsync(IPage page)
    {
        await page.Locator("#sheet-say").ClickAsync();
        await Expect(page.Locator(".done")).ToBeVisibleAsync();
    }

    private static string Clock(DateTime at) => at.ToString(Until, CultureInfo.InvariantCulture);
}
