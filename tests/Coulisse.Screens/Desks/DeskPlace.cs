using Microsoft.Playwright;

namespace Coulisse.Screens.Desks;

/// <summary>A screen of a desk, or a state of one.</summary>
/// <param name="Name">Of its picture.</param>
/// <param name="Address">Below the screens' name.</param>
/// <param name="Prepare">What is pressed before it is looked at; null for nothing.</param>
public sealed record DeskPlace(string Name, string Address, Func<IPage, Task>? Prepare = null)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeskPlace> All(DeskScene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var room = $"room/{scene.Room}";
        return
        [
            new("watch", ""),
            new("line", "line", page => page.Locator(".past").WaitForAsync()),
            new("parties", "parties", page => page.Locator(".party").First.WaitForAsync()),
            new("pairing", "parties/compare", page => page.Locator(".voices").WaitForAsync()),
            new("codes", "parties/compare", page => Button(page, "Show our letter as codes").ClickAsync())
            {
                IsEnglish = true,
            },
            new("room", room),
            new("room-end", room, page => page.Locator(".message.act").Last.ScrollIntoViewIfNeededAsync()),
            new("about", room, page => page.Locator("#m2 .speak").ClickAsync()),
            new("sheet", room, page => page.Locator(".beside .quiet").Nth(1).ClickAsync()),
            new("look", room, LookAsync),
            new("held", room, HoldAsync) { After = ForgetAsync },
            new("consent", $"room/{scene.Asked}/consent"),
            new("nothing-asked", $"{room}/consent"),
            .. Opened(room, scene.Caucus),
            new("nothing", "nothing/here"),
            new("keys", "line", page => page.Locator("[data-key='?']").ClickAsync()),
            .. ((string[])["words", "terms", "red-lines", "commitments", "reports", "open", "counterparts"])
                .Select(page => new DeskPlace($"matters-{page}", $"{room}/matters/{page}")),
        ];
    }

    // Opening a room, who is in it, our own side beside it, and what is kept of it.
    private static IEnumerable<DeskPlace> Opened(string room, string caucus) =>
    [
        new("open", "open", page => page.Locator(".whom input").First.ClickAsync()),
            new("open-own", "open?own=true", page => page.Locator(".whom input").First.ClickAsync()),
            new("open-look", "open", OpenLookAsync),
            new("members", $"{room}/members"),
            new("invite", $"{room}/members", page => Button(page, "Propose somebody").ClickAsync())
            {
                IsEnglish = true,
            },
            new("amend", $"{room}/members", AmendAsync) { IsEnglish = true },
            new("leave", $"{room}/members", page => Button(page, "Leave").ClickAsync()) { IsEnglish = true },
            new("caucus", $"caucus/{caucus}", page => page.Locator(".thread").First.WaitForAsync()),
            new("caucus-beside", $"{room}?caucus={caucus}", page => page.Locator(".thread").First.WaitForAsync()),
            new("caucus-members", $"caucus/{caucus}/members"),
            new("remark", $"{room}?caucus={caucus}", page => page.Locator("#m2 .quiet.own").First.ClickAsync()),
            new("choose", $"{room}?choose=true", ChooseAsync),
            new("record", $"{room}?choose=true", RecordAsync) { IsEnglish = true },
            new("records", $"{room}/records"),
            new("copies", "copies"),
            new("conveyed", "conveyed"),
            new("statements", "statements", page => page.Locator(".statement").First.WaitForAsync()),
            new("leaks", "leaks"),
            new("told", "told", ToldAsync),
            new("search", "search", SearchAsync),
    ];

    /// <summary>Whether what is pressed is found by its English name.</summary>
    public bool IsEnglish { get; init; }

    /// <summary>Those that differ enough to be looked at in every language.</summary>
    public bool IsTold => Name is "watch" or "room" or "look" or "consent" or "matters-open" or "line" or "parties"
        or "open-look" or "caucus-beside" or "held" or "statements";

    /// <summary>Those that look like another: a person looks at their pictures, and no test.</summary>
    public bool IsAlike => Name is "room-end" or "amend" or "leave" or "caucus-members" or "told" or "matters-terms"
        or "matters-commitments" or "matters-reports" or "matters-counterparts" or "nothing-asked";

    /// <summary>What is pressed afterwards, so that the other screens are as they were; null for nothing.</summary>
    public Func<IPage, Task>? After { get; init; }

    /// <summary>Shows it.</summary>
    public async Task ShowAsync(Window window)
    {
        ArgumentNullException.ThrowIfNull(window);
        await window.ShowAsync(Address);
        await window.Page.Locator("h1").First.WaitForAsync();
        if (Address.StartsWith("room/", StringComparison.Ordinal)
            && !Address.EndsWith("/members", StringComparison.Ordinal))
            await window.Page.Locator(".message, .matter, .question, .empty").First.WaitForAsync();
        if (Prepare is not null)
            await Prepare(window.Page);
    }

    private static ILocator Button(IPage page, string name) => page.Locator($"fluent-button:has-text(\"{name}\")");

    private static async Task OpenLookAsync(IPage page)
    {
        await page.Locator(".whom input").First.ClickAsync();
        await page.Locator("textarea").First.FillAsync("Convoys through the strait");
        await page.Locator("textarea").Nth(1).FillAsync("Everything else");
        await page.Locator("#open-look").ClickAsync();
        await page.Locator("#open-ask").WaitForAsync();
    }

    private static async Task HoldForAsync(IPage page, int seconds)
    {
        await page.Locator("[data-key='?']").ClickAsync();
        await page.Locator("#held-seconds").FillAsync($"{seconds}");
        await page.Locator("#held-seconds").PressAsync("Tab");
        await page.Keyboard.PressAsync("Escape");
    }

    private static async Task HoldAsync(IPage page)
    {
        await HoldForAsync(page, 30);
        await page.Locator("#words").FillAsync("The boats are back at the buoy. Next check at 05:00, as agreed.");
        await page.Locator("#words").PressAsync("Control+Enter");
        await page.Locator(".held").WaitForAsync();
    }

    private static async Task ForgetAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#words").FillAsync("");
        await page.Locator("#keeping:text-is('')").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await HoldForAsync(page, 0);
    }

    private static async Task ChooseAsync(IPage page)
    {
        await page.Locator("#m2 [type=checkbox]").CheckAsync();
        await page.Locator("#m3 [type=checkbox]").CheckAsync();
    }

    private static async Task RecordAsync(IPage page)
    {
        await ChooseAsync(page);
        await Button(page, "Put on record").ClickAsync();
        await page.Locator(".sheet input[type=text]").FillAsync("The buoy");
        await page.Locator("#record-look").ClickAsync();
        await page.Locator(".record-text").WaitForAsync();
    }

    private static async Task ToldAsync(IPage page)
    {
        await page.Locator("textarea").FillAsync("boats\nPatrol");
        await page.Locator("#told-compare").ClickAsync();
        await page.Locator(".told-row").First.WaitForAsync();
    }

    private static async Task SearchAsync(IPage page)
    {
        await page.Locator("#search-words").FillAsync("boats");
        await page.Locator("#search-words").PressAsync("Enter");
        await page.Locator(".hits > li").First.WaitForAsync();
    }

    private static async Task AmendAsync(IPage page)
    {
        await Button(page, "Propose other terms").ClickAsync();
        await page.Locator("textarea").Nth(1).FillAsync("Settling the conflict, and the border");
        await page.Locator("#step-look").ClickAsync();
    }

    private static async Task LookAsync(IPage page)
    {
        await page.Locator("#m2 .speak").ClickAsync();
        await page.Locator(".stack fluent-button").First.ClickAsync();
        await page.Locator(".sheet textarea").Last.FillAsync("?");
        await page.Locator("#sheet-look").ClickAsync();
        await page.Locator(".look").WaitForAsync();
    }
}
