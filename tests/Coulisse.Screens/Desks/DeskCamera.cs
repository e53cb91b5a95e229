using Coulisse.Stage;
using Microsoft.Playwright;

namespace Coulisse.Screens.Desks;

/// <summary>Takes a picture of every screen of a desk, and of the states in which there is nothing yet, nothing any
/// more, or nobody to see it: in light and dark, on a phone, and in Arabic.</summary>
public sealed class DeskCamera(Chromium browser, string folder)
{
    private static readonly (string Name, string Language, int Width, ColorScheme Scheme)[] Takes =
    [
        ("light", "en", 1280, ColorScheme.Light), ("dark", "en", 1280, ColorScheme.Dark),
        ("phone", "en", 390, ColorScheme.Light), ("arabic", "ar", 1280, ColorScheme.Light),
        ("arabic-phone", "ar", 390, ColorScheme.Dark), ("french", "fr", 1280, ColorScheme.Light),
    ];

    private int wanted;
    private int written;

    /// <summary>Takes them all.</summary>
    /// <param name="only">Names of screens; empty for all.</param>
    /// <returns>How many there were to be, and how many were written.</returns>
    public async Task<(int Wanted, int Written)> TakeAllAsync(IReadOnlyCollection<string> only)
    {
        Directory.CreateDirectory(folder);
        var home = Directory.CreateTempSubdirectory("coulisse-desks-");
        await using var parties = await TwoParties.SetUpAsync(home.FullName, told => Console.WriteLine($"  {told}"));
        await parties.StartAsync();
        await EmptyAsync(parties.A.Desks[1], only);
        var scene = await DeskScene.SetAsync(parties);
        await using (var window = await Window.OpenAsync(parties.B.Desks[0], browser))
        {
            foreach (var take in Takes)
                await TakeAsync(window, take, [.. DeskPlace.All(scene).Where(place => !place.IsEnglish
                    || take.Language == "en")], only);
            await StatesAsync(window, parties.B.Desks[0], scene, only);
        }
        home.Delete(recursive: true);
        return (wanted, written);
    }

    // A desk at which nothing has happened yet.
    private async Task EmptyAsync(DeskOnStage desk, IReadOnlyCollection<string> only)
    {
        await using var window = await Window.OpenAsync(desk, browser);
        foreach (var take in Takes)
            await TakeAsync(window, take, [new("empty-watch", ""), new("empty-line", "line")], only);
    }

    private async Task StatesAsync(Window window, DeskOnStage desk, DeskScene scene, IReadOnlyCollection<string> only)
    {
        await window.SpeakAsync("en");
        await window.ShowAsync($"room/{scene.Room}");
        await desk.Server.KillAsync();
        await window.Page.Locator(".offline").WaitForAsync();
        await PictureAsync(window, Takes[0], "offline", only);
        await desk.Server.StartAsync();
        await window.Page.Locator(".offline").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await window.ShowAsync("");
        await window.Page.Locator("h1").First.ClickAsync();
        await window.Page.Keyboard.PressAsync("l");
        await window.Page.Locator("[data-locked]").WaitForAsync();
        await PictureAsync(window, Takes[0], "locked", only);
    }

    private async Task TakeAsync(Window window, (string Name, string Language, int Width, ColorScheme Scheme) take,
        IReadOnlyList<DeskPlace> places, IReadOnlyCollection<string> only)
    {
        await window.SpeakAsync(take.Language);
        foreach (var place in places.Where(place => only.Count == 0 || only.Contains(place.Name)))
        {
            await window.Page.SetViewportSizeAsync(take.Width, take.Width == 390 ? 844 : 900);
            await window.Page.EmulateMediaAsync(new() { ColorScheme = take.Scheme });
            await place.ShowAsync(window);
            await PictureAsync(window, take, place.Name, only);
            if (place.After is not null)
                await place.After(window.Page);
        }
        Console.WriteLine($"  {take.Name}: {written}");
    }

    private async Task PictureAsync(Window window, (string Name, string Language, int Width, ColorScheme Scheme) take,
        string name, IReadOnlyCollection<string> only)
    {
        if (only.Count > 0 && !only.Contains(name))
            return;
        wanted++;
        var path = Path.Combine(folder, $"{name}.{take.Name}.png");
        await window.Page.ScreenshotAsync(new()
        {
            Path = path,
            FullPage = true,
            Animations = ScreenshotAnimations.Disabled
        });
        written += new FileInfo(path).Length > 0 ? 1 : 0;
    }
}
