using Coulisse.Screens.Tests.Hosting;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Reading;

/// <summary>Passkeys through the browser's own dialogue with a device, which is played by the browser.</summary>
public sealed class Passkeys_in_a_browser(SharedHouse house) : IClassFixture<SharedHouse>
{
    private Uri At(string path) => new(house.Theatre.Page.Stage.Address, path);

    [Fact]
    public async Task Make_an_account_and_open_it_again()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en");
        var page = await WithDeviceAsync(window);
        await page.GotoAsync(At("/account/new").AbsoluteUri);
        await page.FillAsync("#name", "Bell Ringer");
        await page.ClickAsync("button[data-passkey=create]");
        await Assertions.Expect(page.Locator(".codes li")).ToHaveCountAsync(10);

        await SignOutAsync(page);
        await page.GotoAsync(At("/account/sign-in?returnUrl=/account").AbsoluteUri);
        await page.ClickAsync("button[data-passkey=get]");
        await ArrivesAsync(page, "/account");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Bell Ringer");

        await RemoveAsync(page);
        await Assertions.Expect(page.Locator("main [role=alert]:visible")).ToContainTextAsync("only way to sign in");
    }

    [Fact]
    public async Task Confirm_on_the_own_account_what_a_passphrase_would()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en");
        var page = await WithDeviceAsync(window);
        await page.GotoAsync(At("/account/new").AbsoluteUri);
        await page.FillAsync("#name", "Rope Maker");
        await page.FillAsync("#passphrase", Publication.Passphrase);
        await page.ClickAsync("main button[type=submit]:visible >> nth=0");
        await Assertions.Expect(page.Locator(".codes li")).ToHaveCountAsync(10);

        await page.GotoAsync(At("/account").AbsoluteUri);
        await page.FillAsync("#passkey-name", "the desk's");
        await page.FillAsync("#passkey-passphrase", Publication.Passphrase);
        await page.ClickAsync("button[data-passkey=create]");
        await ArrivesAsync(page, "/account?done=passkey");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("the desk's");

        await page.ClickAsync("form[action='/account/recovery-codes'] button[data-passkey=get]");
        await Assertions.Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        await page.GotoAsync(At("/account").AbsoluteUri);
        await page.FillAsync("#new-passphrase", "eight boats under the bridge");
        await page.ClickAsync("form[action='/account/passphrase'] button[data-passkey=get]");
        await ArrivesAsync(page, "/account?done=passphrase");

        await RemoveAsync(page);
        await ArrivesAsync(page, "/account?done=passkey-removed");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("the desk's");
    }

    [Fact]
    public async Task Say_so_when_the_device_knows_nobody()
    {
        await using var window = await house.Theatre.WindowAsync(Who.Guest, "en");
        var page = await WithDeviceAsync(window);
        await page.GotoAsync(At("/account/sign-in").AbsoluteUri);
        await page.ClickAsync("button[data-passkey=get]");

        await Assertions.Expect(page.Locator("[data-passkey-failed]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Are_not_offered_where_no_script_runs()
    {
        await using var window =
            await house.Theatre.WindowAsync(Who.Guest, "en", options => options.JavaScriptEnabled = false);
        var page = await window.NewPageAsync();
        await page.GotoAsync(At("/account/sign-in").AbsoluteUri);

        await Assertions.Expect(page.Locator("button[data-passkey]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("form[action='/account/sign-in'] button:not([data-passkey])"))
            .ToBeVisibleAsync();
    }

    /// <summary>Looks where the window is until it is there: an event could come before one listens for it.</summary>
    private Task ArrivesAsync(IPage page, string path) => Assertions.Expect(page).ToHaveURLAsync(At(path).AbsoluteUri);

    private static async Task<IPage> WithDeviceAsync(IBrowserContext window)
    {
        var page = await window.NewPageAsync();
        var session = await window.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            },
        });
        return page;
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.ClickAsync(".masthead form[action='/account/sign-out'] button");
        await page.Locator(".masthead a[href^='/account/sign-in']").WaitForAsync();
    }

    private static async Task RemoveAsync(IPage page)
    {
        await page.ClickAsync("details:has(form[action='/account/passkeys/remove']) summary");
        await page.ClickAsync("form[action='/account/passkeys/remove'] button[data-passkey=get]");
    }
}
