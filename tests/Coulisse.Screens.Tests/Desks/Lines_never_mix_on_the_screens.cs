using Coulisse.Screens.Desks;
using Coulisse.Screens.Tests.Hosting;
using Coulisse.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>A desk with two lines, one to an adversary and one to an ally: each is seen by itself, and words of one
/// reach the other by a registered act alone.</summary>
[Trait("Pace", "slow")]
public sealed class Lines_never_mix_on_the_screens(SharedChromium shared) : IAsyncLifetime
{
    private const string Boats = "Two of our boats lie at the mouth of the river until the ice has gone.";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-lines-");
    private TwoParties parties = null!;
    private Window window = null!;

    private IPage Page => window.Page;

    private DeskOnStage Adviser => parties.A.Desks[0];

    private DeskOnStage Secretary => parties.B.Desks[0];

    private DeskOnStage Minister => parties.C!.Desks[0];

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(shared.Chromium is not null, Chromium.WhyMissing);
        parties = await PreparedParties.LendAsync(folder.FullName, withAlly: true);
        await parties.StartAsync();
        window = await Window.OpenAsync(Adviser, shared.Chromium);
    }

    public async ValueTask DisposeAsync()
    {
        if (window is not null)
            await window.DisposeAsync();
        if (parties is not null)
            await parties.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Each_has_its_screens_and_words_cross_when_they_are_conveyed_under_the_readers_name()
    {
        await Expect(Page.Locator(".lines > li")).ToHaveCountAsync(2);
        await EachLineIsShownAsync();
        var (adverse, allied) = (await OpenAsync(Secretary), await OpenAsync(Minister));
        using (var door = Secretary.Door())
            Assert.True(await door.SayAsync(adverse, System.Text.Encoding.UTF8.GetBytes(Boats)));
        await Adviser.UntilAsync(adverse, seen => seen.Messages == 1, "read");

        await window.ShowAsync($"room/{allied}");
        await Page.Locator("#words").FillAsync(Boats);
        await Page.Locator("#words").PressAsync("Control+Enter");
        await Expect(Page.Locator(".composer [role=alert]")).ToContainTextAsync("on another line of this desk");
        await Page.Locator("#words").FillAsync("");
        await ConveyAsync(adverse, allied);
        await Minister.UntilAsync(allied, seen => seen.Messages == 1, "read");
        Assert.Equal(Boats, Assert.Single(await Minister.ReadAsync(allied)).Text);
        await Page.Locator("a[href=conveyed]").ClickAsync();
        await Expect(Page.Locator("#conveyed1")).ToContainTextAsync("Sorvane");
        await Expect(Page.Locator("#conveyed1")).ToContainTextAsync("as it was said");
        await Expect(Page.Locator("#conveyed1 .grave")).ToContainTextAsync("Against the terms of the room");
        await Page.Locator($"#conveyed1 a[href^='room/{allied}']").ClickAsync();
        await Expect(Page.Locator("#m1 .text")).ToHaveTextAsync(Boats);
        Assert.Empty(window.Faults);
    }

    private async Task EachLineIsShownAsync()
    {
        await Page.Locator(".lines > li:has-text(\"Veldra\") h2 a").ClickAsync();
        await Expect(Page.Locator("#line-state")).ToContainTextAsync("Veldra");
        await Expect(Page.Locator(".log li").First).ToBeVisibleAsync();
        await Page.Locator(".tabs a:has-text(\"Sorvane\")").ClickAsync();
        await Expect(Page.Locator("#line-state")).ToContainTextAsync("Sorvane");
        await window.ShowAsync("parties");
        await Expect(Page.Locator(".party").Last).ToContainTextAsync("Sorvane");
        await Page.Locator(".tabs a:has-text(\"Veldra\")").ClickAsync();
        await Expect(Page.Locator(".party").Last).ToContainTextAsync("Veldra");
        await Expect(Page.Locator("main")).Not.ToContainTextAsync("Secretary");
        var heard = await Page.Locator(".fingerprint").Last.TextContentAsync() ?? "";
        await Page.Locator("main a[href^='parties/compare/']").ClickAsync();
        await Page.Locator("textarea.fingerprint").FillAsync(heard);
        await window.Button("Compare").ClickAsync();
        await Expect(Page.Locator(".verdict .word")).ToHaveTextAsync("Equal");
        await Page.Locator(".tabs a:has-text(\"Sorvane\")").ClickAsync();
        await Expect(Page.Locator(".verdict")).ToHaveCountAsync(0);
        await Page.Locator("textarea.fingerprint").FillAsync(heard);
        await window.Button("Compare").ClickAsync();
        await Expect(Page.Locator(".verdict .word")).ToHaveTextAsync("They differ");
    }

    private async Task ConveyAsync(string from, string into)
    {
        await window.ShowAsync($"room/{from}?choose=true");
        await Page.Locator("#m1 [type=checkbox]").CheckAsync();
        await Page.Locator("#convey-begin").ClickAsync();
        await Page.Locator(".kinds label:has-text(\"Veldra\") input").CheckAsync();
        await Page.Locator("#convey-look").ClickAsync();
        await Expect(Page.Locator(".record-text")).ToContainTextAsync(Boats);
        await Expect(Page.Locator(".sheet [role=note]").Last).ToContainTextAsync("breaks what was agreed");
        await Expect(Page.Locator(".sheet [role=note]").First).ToContainTextAsync(
            "It crosses from the line with Sorvane to the line with Veldra.");
        await Page.Locator("#convey-party").FillAsync("Sorvane");
        await Page.Locator("#convey-do").ClickAsync();
        await Expect(Page.Locator(".sheet [role=alert]")).ToContainTextAsync("is not the name of the party");
        Assert.Empty(await Minister.ReadAsync(into));
        await Page.Locator("#convey-party").FillAsync("Veldra");
        await Page.Locator("#convey-do").ClickAsync();
        await Expect(Page.Locator(".sheet [role=alert]").Last).ToContainTextAsync("Nothing was conveyed yet.");
        Assert.Empty(await Minister.ReadAsync(into));
        await Page.Locator("#convey-against").ClickAsync();
        await Expect(Page.Locator(".sheet .done")).ToContainTextAsync("Conveyed to Veldra as message 1");
    }

    private async Task<string> OpenAsync(DeskOnStage with)
    {
        var room = await Adviser.OpenRoomAsync(with.Office, "The river", "Everything else");
        await Adviser.OpensWithAsync(with, room);
        return room;
    }
}
