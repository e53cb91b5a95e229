using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>Records, copies, the leak file, told and said, and search: with nothing but the two windows.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class What_was_said_is_kept_and_found(Evening evening)
{
    private const string Said = "Eleven pilgrims cross the Ochre pass on foot, and nobody fires before sunrise.";

    private IPage Ours => evening.Ours.Page;

    private IPage Theirs => evening.Theirs.Page;

    [Fact]
    public async Task Chosen_messages_are_signed_by_both_and_the_file_is_whole()
    {
        _ = evening.Browser;
        var room = await BeginAsync("Pilgrims");
        await ChooseAsync(room);
        await evening.Ours.Button("Put on record").ClickAsync();
        await Ours.Locator(".sheet input[type=text]").FillAsync("The pilgrims");
        await Ours.Locator("#record-look").ClickAsync();
        await Expect(Ours.Locator(".record-text")).ToContainTextAsync(Said);
        await Expect(Ours.Locator(".sheet")).ToContainTextAsync("Who signs first can be left waiting");
        Assert.Single(await evening.Adviser.ReadAsync(room));
        await Ours.Locator("#record-sign").ClickAsync();
        await Expect(Ours.Locator(".sheet .done")).ToBeVisibleAsync();

        await evening.Theirs.ShowAsync($"room/{room}/records");
        await Expect(Theirs.Locator(".matter")).ToContainTextAsync("Signed by them alone, and waiting for us");
        await evening.Theirs.Button("Look at it").ClickAsync();
        await Expect(Theirs.Locator(".record-text")).ToContainTextAsync(Said);
        await evening.Theirs.Button("Countersign").ClickAsync();
        await Theirs.Locator("#record-sign").ClickAsync();
        await Expect(Theirs.Locator(".matter .state")).ToHaveTextAsync("On record: signed by both sides");
        var saved = await Theirs.RunAndWaitForDownloadAsync(() => evening.Theirs.Button("Save the file").ClickAsync());
        Assert.EndsWith(".record", saved.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains(Said, await File.ReadAllTextAsync(await saved.PathAsync(),
            TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(evening.Ours.Faults.Concat(evening.Theirs.Faults));
    }

    [Fact]
    public async Task A_copy_is_registered_and_a_report_is_consistent_with_it()
    {
        _ = evening.Browser;
        var room = await BeginAsync("The pass");
        await ChooseAsync(room);
        await evening.Ours.Button("Make a copy").ClickAsync();
        await Ours.Locator(".sheet input[type=text]").FillAsync("the cabinet");
        await Ours.Locator("#copy-look").ClickAsync();
        await Expect(Ours.Locator(".sure")).ToContainTextAsync("leave what is encrypted");
        await evening.Ours.ShowAsync("copies");
        await Expect(Ours.Locator(".empty")).ToHaveTextAsync("No copy has left this desk.");
        await ChooseAsync(room);
        await evening.Ours.Button("Make a copy").ClickAsync();
        await Ours.Locator(".sheet input[type=text]").FillAsync("the cabinet");
        await Ours.Locator("#copy-look").ClickAsync();
        await Ours.Locator("#copy-make").ClickAsync();
        await Expect(Ours.Locator(".gap[role=alert]")).ToContainTextAsync("against the terms");
        await Ours.Locator("#copy-against").ClickAsync();
        await Expect(Ours.Locator(".record-text")).ToContainTextAsync(Said);
        var saved = await Ours.RunAndWaitForDownloadAsync(() => Ours.Locator("#copy-save").ClickAsync());
        Assert.Equal("copy-1.txt", saved.SuggestedFilename);

        await evening.Ours.ShowAsync("leaks");
        await Ours.Locator("input[type=text]").FillAsync("The Morning Ledger");
        await Ours.Locator(".sheet textarea").FillAsync("A source says that eleven pilgrims cross the Ochre pass on "
            + "foot and nobody fires before sunrise. The minister denies it.");
        await Ours.Locator("#leak-add").ClickAsync();
        var found = Ours.Locator(".found", new() { HasText = "The pass" }); // other rooms hold the same words
        await Expect(found.First).ToContainTextAsync("% like");
        await Expect(found.First).ToContainTextAsync("In copies 1");
        await evening.Ours.Quiet("inaccurate").First.ClickAsync();
        await Expect(evening.Ours.Quiet("inaccurate").First).ToHaveAttributeAsync("aria-pressed", "true");
        await evening.Ours.ShowAsync("told");
        await Ours.Locator("textarea").FillAsync("pilgrims");
        await Ours.Locator("#told-compare").ClickAsync();
        await Expect(Ours.Locator(".told-row").First).ToContainTextAsync("Told");
        Assert.Empty(evening.Ours.Faults);
    }

    [Fact]
    public async Task Words_are_found_in_any_script_and_lead_to_where_they_stand()
    {
        _ = evening.Browser;
        var room = await evening.OpenAsync("Ferries");
        using (var door = evening.Secretary.Door())
        {
            foreach (var words in (string[])["Паромы ходят до полуночи.", "العبّارات متوقفة", "渡轮今晚停航",
                "The ferry is late."])
                Assert.True(await door.SayAsync(room, Encoding.UTF8.GetBytes(words)));
        }
        await evening.Adviser.UntilAsync(room, seen => seen.Messages == 4, "read");
        foreach (var (words, order) in ((string, int)[])[("паром", 1), ("العبارات", 2), ("停航", 3), ("FERR late", 4)])
        {
            await evening.Ours.ShowAsync($"search?in={room}");
            await Ours.Locator("#search-words").FillAsync(words);
            await Ours.Locator("#search-words").PressAsync("Enter");
            await Expect(Ours.Locator(".hits > li")).ToHaveCountAsync(1);
            await Expect(Ours.Locator(".hits mark").First).ToBeVisibleAsync();
            await Ours.Locator(".hits a").First.ClickAsync();
            await Expect(Ours.Locator($"#m{order}")).ToBeVisibleAsync();
        }
        await evening.Ours.ShowAsync("search");
        await Ours.Locator("#search-words").FillAsync("erry");
        await Ours.Locator("#search-words").PressAsync("Enter");
        await Expect(Ours.Locator("[role=status]")).ToContainTextAsync("0 messages");
        Assert.Empty(evening.Ours.Faults);
    }

    private async Task<string> BeginAsync(string purpose)
    {
        var room = await evening.OpenAsync(purpose);
        using var door = evening.Adviser.Door();
        Assert.True(await door.SayAsync(room, Encoding.UTF8.GetBytes(Said)));
        await evening.Secretary.UntilAsync(room, seen => seen.Messages == 1, "read");
        return room;
    }

    private async Task ChooseAsync(string room)
    {
        await evening.Ours.ShowAsync($"room/{room}?choose=true");
        await Ours.Locator("#m1 [type=checkbox]").CheckAsync();
        await Expect(Ours.Locator(".beside .sheet")).ToContainTextAsync("Messages 1");
    }
}
