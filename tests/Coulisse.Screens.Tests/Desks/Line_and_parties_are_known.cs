using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>What stands behind the rooms: the line over time, the seals, and the screens themselves.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class Line_and_parties_are_known(Evening evening)
{
    internal const string Passphrase = "seven grey herons at low tide";

    private IPage Page => evening.Ours.Page;

    [Fact]
    public async Task A_station_that_dies_and_comes_back_is_in_the_log_with_its_cause()
    {
        _ = evening.Browser;
        await evening.Ours.ShowAsync("line");
        await Expect(Page.Locator("#line-state")).ToContainTextAsync("Open");
        await evening.Parties.A.Station.KillAsync();
        try
        {
            await Expect(Page.Locator("#line-state")).ToContainTextAsync("Our station unreachable");
            await Expect(Page.Locator(".log li").First).ToContainTextAsync("Our station is not reached from this desk");
        }
        finally
        {
            await evening.Parties.A.Station.StartAsync();
        }
        await Expect(Page.Locator("#line-state")).ToContainTextAsync("Open");
        await Expect(Page.Locator(".log li").First).ToContainTextAsync("nothing of theirs is missing");
        Assert.True(await Page.Locator(".states rect.cut").CountAsync() >= 1);
        Assert.True(await Page.Locator(".states rect.good").CountAsync() >= 1);
        await Expect(Page.Locator(".past figcaption")).ToContainTextAsync("the line was open for");
    }

    [Fact]
    public async Task Both_seals_are_shown_as_they_are_read_aloud_with_whom_they_accredit()
    {
        _ = evening.Browser;
        await evening.Ours.ShowAsync("parties");
        await Expect(Page.Locator(".party")).ToHaveCountAsync(2);
        foreach (var (party, place) in new[] { (evening.Parties.A, 0), (evening.Parties.B, 1) })
        {
            var seal = await File.ReadAllLinesAsync(
                Path.Combine(evening.Parties.Folder, $"{party.Name.ToLowerInvariant()}.pub"),
                TestContext.Current.CancellationToken);
            var aloud = seal.First(line => line.StartsWith("Fingerprint: ", StringComparison.Ordinal))[13..];
            await Expect(Page.Locator(".fingerprint").Nth(place)).ToHaveTextAsync(aloud);
        }
        var ours = Page.Locator(".party").First;
        await Expect(ours.Locator("li:has-text(\"this desk\")")).ToContainTextAsync(evening.Adviser.Office);
        await Expect(ours.Locator(".force").First).ToHaveTextAsync("In force");
    }

    [Fact]
    public async Task Fingerprints_are_compared_by_one_reading_and_one_typing_and_letters_go_in_and_out()
    {
        _ = evening.Browser;
        var folder = evening.Parties.Folder;
        await evening.Ours.ShowAsync("parties");
        var theirs = await Page.Locator(".fingerprint").Nth(1).TextContentAsync() ?? "";
        await evening.Ours.ShowAsync("parties/compare");
        await Page.Locator("textarea.fingerprint").FillAsync(theirs);
        await evening.Ours.Button("Compare").ClickAsync();
        await Expect(Page.Locator(".verdict .word")).ToHaveTextAsync("Equal");
        await Page.Locator("textarea.fingerprint").FillAsync(theirs[..^1] + (theirs[^1] == '0' ? '1' : '0'));
        await evening.Ours.Button("Compare").ClickAsync();
        await Expect(Page.Locator(".verdict .word")).ToHaveTextAsync("They differ");
        await Page.Locator("textarea.fingerprint").FillAsync("12345");
        await evening.Ours.Button("Compare").ClickAsync();
        await Expect(Page.Locator("main [role=alert]").Last).ToHaveTextAsync("Type 40 digits, in groups or not.");
        await evening.Ours.Button("They say that ours differs").ClickAsync();
        await Expect(Page.Locator(".verdict .word")).ToHaveTextAsync("They differ");

        await Page.Locator("[accept='.letter']").SetInputFilesAsync(Path.Combine(folder, "sorvane.letter"));
        await Expect(Page.Locator("main [role=status]").Last).ToContainTextAsync("This very letter is known here.");
        await Page.Locator("[accept='.letter']").SetInputFilesAsync(Path.Combine(folder, "passphrase"));
        await Expect(Page.Locator("main [role=alert]").Last).ToContainTextAsync("That is no letter of credence");
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.Locator("a[download]").ClickAsync());
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder, "aldermark.letter"),
            TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(await download.PathAsync(),
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Locked_screens_show_nothing_until_the_passphrase_is_typed()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync("A purpose that a passer-by must not read");
        await evening.Ours.ShowAsync($"room/{room}");
        await Expect(Page.Locator(".purpose")).ToBeVisibleAsync();
        await Page.Locator("h1").ClickAsync();
        await Page.Keyboard.PressAsync("l");
        await Expect(Page.Locator("[data-locked] h1")).ToHaveTextAsync("Locked");
        Assert.DoesNotContain("passer-by", await Page.ContentAsync(), StringComparison.Ordinal);
        await evening.Ours.ShowAsync("");
        Assert.DoesNotContain("passer-by", await Page.ContentAsync(), StringComparison.Ordinal);
        await Page.Locator("[type=password]").FillAsync("seven grey herons at high tide");
        await evening.Ours.Button("Unlock").ClickAsync();
        await Expect(Page.Locator("main [role=alert]").First).ToHaveTextAsync("That is not this desk’s passphrase.");
        await Page.Locator("[type=password]").FillAsync(Passphrase);
        await Page.Locator("[type=password]").PressAsync("Enter");
        await Expect(Page.Locator("h1")).ToHaveTextAsync("Watch");
        Assert.Empty(evening.Ours.Faults);
    }

    [Fact]
    public async Task Single_keys_lead_everywhere_and_never_from_where_somebody_types()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync();
        using (var door = evening.Secretary.Door())
            Assert.True(await door.SayAsync(room, "One"u8.ToArray()));
        await evening.Ours.ShowAsync($"room/{room}");
        await Expect(Page.Locator("#m1")).ToBeVisibleAsync();
        await Page.Locator("#words").FocusAsync();
        await Page.Keyboard.TypeAsync("will?");
        await Expect(Page.Locator("#words")).ToHaveValueAsync("will?");
        await Page.Locator("h1").ClickAsync();
        await Page.Keyboard.PressAsync("j");
        await Expect(Page.Locator("#m1")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("a");
        await Expect(Page.Locator("#spoken-title")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("?");
        await Expect(Page.Locator("#keys")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("p");
        await Expect(Page.Locator("h1")).ToHaveTextAsync("Parties and keys");
        await Page.Keyboard.PressAsync("w");
        await Expect(Page.Locator("h1")).ToHaveTextAsync("Watch");
    }
}
