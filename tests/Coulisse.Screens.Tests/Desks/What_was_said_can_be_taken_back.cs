using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>Words that were said are held for a while before they leave; whatever happens to window or desk
/// meanwhile, they leave once, or not at all and are there.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class What_was_said_can_be_taken_back(Evening evening) : IAsyncLifetime
{
    private const string NotSent = "These words were not sent";

    private IPage Page => evening.Ours.Page;

    private ILocator Held => Page.Locator(".held");

    private ILocator Box => Page.Locator("#words");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        evening.Ours.Faults.Clear(); // the browser tells of every answer that it did not get
        await HoldForAsync(0);
    }

    [Fact]
    public async Task They_wait_with_a_count_come_back_unchanged_and_leave_when_the_count_is_over()
    {
        var room = await HeldAsync(6, "First attempt, line one\nand line two");
        await Expect(Held).ToContainTextAsync("First attempt, line one");
        await Expect(Held).ToContainTextAsync("Goes in 5 seconds");
        await Expect(Held).ToBeFocusedAsync();
        await Expect(Box).ToHaveCountAsync(0);
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Box).ToHaveValueAsync("First attempt, line one\nand line two");
        await Expect(Box).ToBeFocusedAsync();
        await Expect(Page.Locator(".composer .gap")).ToHaveCountAsync(0);

        await Box.FillAsync("Second attempt");
        await Box.PressAsync("Control+Enter");
        await Expect(Held).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("u");
        await Expect(Box).ToHaveValueAsync("Second attempt");
        Assert.Empty(await evening.Secretary.ReadAsync(room));
        await Box.FillAsync("Third, and it goes");
        await evening.Ours.Button("Say").ClickAsync();
        await Expect(Page.Locator(".message .text")).ToHaveTextAsync("Third, and it goes",
            new() { Timeout = 20_000 });
        await Expect(Box).ToHaveValueAsync("");
        Assert.Empty(evening.Ours.Faults);
    }

    [Fact]
    public async Task They_are_sent_at_once_when_that_is_wanted_and_only_once()
    {
        var room = await HeldAsync(30, "No need to wait for this");
        await Expect(Held).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Page.Locator(".message .text")).ToHaveTextAsync("No need to wait for this");
        await Expect(Box).ToBeFocusedAsync();
        await Box.FillAsync("Nor for that");
        await Box.PressAsync("Control+Enter");
        await evening.Ours.Button("Send now").ClickAsync();
        await Expect(Page.Locator(".message .text").Last).ToHaveTextAsync("Nor for that");
        await evening.Secretary.UntilAsync(room, seen => seen.Messages == 2, "read");
    }

    [Fact]
    public async Task They_go_on_while_one_looks_at_another_screen_and_can_be_taken_back_there()
    {
        var room = await HeldAsync(30, "While I look elsewhere");
        await Page.Locator("nav a", new() { HasText = "Line" }).First.ClickAsync();
        await Expect(Page.Locator(".held-aside")).ToContainTextAsync(evening.Secretary.Office);
        await evening.Ours.Button("Take it back").ClickAsync();
        await Expect(Box).ToHaveValueAsync("While I look elsewhere");
        Assert.Empty(await evening.Secretary.ReadAsync(room));
        await Box.PressAsync("Control+Enter");
        await Expect(Held).ToBeVisibleAsync();
        await Page.Locator("nav a", new() { HasText = "Watch" }).First.ClickAsync();
        await evening.Ours.Button("Send now").ClickAsync();
        await Expect(Page.Locator(".held-aside")).ToHaveCountAsync(0);
        await evening.Secretary.UntilAsync(room, seen => seen.Messages == 1, "read");
    }

    [Fact]
    public async Task A_window_that_is_closed_or_locked_sends_nothing_and_loses_nothing()
    {
        var room = await HeldAsync(3, "Closed before it went");
        await Page.GotoAsync("about:blank");
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.Empty(await evening.Adviser.ReadAsync(room));
        await evening.Ours.ShowAsync("");
        await Expect(Page.Locator($".rooms a[href='room/{room}']")).ToContainTextAsync("Not sent");
        await evening.Ours.ShowAsync($"room/{room}");
        await Expect(Page.Locator(".composer [role=status]")).ToContainTextAsync(NotSent);
        await Expect(Box).ToHaveValueAsync("Closed before it went");

        await Box.PressAsync("Control+Enter");
        await Expect(Held).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("l");
        await Expect(Page.Locator("[data-locked]")).ToBeVisibleAsync();
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.Empty(await evening.Adviser.ReadAsync(room));
        await Page.Locator("[type=password]").FillAsync(Line_and_parties_are_known.Passphrase);
        await Page.Locator("[type=password]").PressAsync("Enter");
        await Expect(Page.Locator(".composer [role=status]")).ToContainTextAsync(NotSent);
        await Expect(Box).ToHaveValueAsync("Closed before it went");
        Assert.Empty(await evening.Adviser.ReadAsync(room));
        await Box.FillAsync("");
    }

    [Fact]
    [Trait("Row", "36")]
    public async Task A_desk_that_is_killed_sends_nothing_and_loses_nothing()
    {
        var room = await HeldAsync(3, "Held when the desk was killed");
        await evening.Adviser.Server.KillAsync();
        await Expect(Held).ToContainTextAsync("The desk does not answer", new() { Timeout = 20_000 });
        await evening.Adviser.Server.StartAsync();
        await Expect(Page.Locator(".composer [role=status]")).ToContainTextAsync(NotSent, new() { Timeout = 30_000 });
        await Expect(Box).ToHaveValueAsync("Held when the desk was killed");
        Assert.Empty(await evening.Adviser.ReadAsync(room));
        await Box.PressAsync("Control+Enter");
        await evening.Ours.Button("Send now").ClickAsync();
        await Expect(Page.Locator(".message .text")).ToHaveTextAsync("Held when the desk was killed");
        await evening.Secretary.UntilAsync(room, seen => seen.Messages == 1, "read");
    }

    private async Task<string> HeldAsync(int seconds, string words)
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync();
        await HoldForAsync(seconds);
        await evening.Ours.ShowAsync($"room/{room}");
        await Box.FillAsync(words);
        await Box.PressAsync("Control+Enter");
        await Expect(Held).ToBeVisibleAsync();
        return room;
    }

    private async Task HoldForAsync(int seconds)
    {
        await evening.Ours.ShowAsync("");
        await evening.Ours.Quiet("Keys").ClickAsync();
        await Page.Locator("#held-seconds").FillAsync($"{seconds}");
        await Page.Locator("#held-seconds").PressAsync("Tab");
        var kept = Path.Combine(evening.Parties.Folder, evening.Adviser.Folder, "screens.held-seconds");
        while (await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken) != $"{seconds}")
            await Task.Delay(50, TestContext.Current.CancellationToken);
        await Page.Keyboard.PressAsync("Escape");
    }
}
