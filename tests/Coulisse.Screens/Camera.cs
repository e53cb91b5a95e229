using Microsoft.Playwright;

namespace Coulisse.Screens;

/// <summary>Takes a picture of every kind of page: on a desk in light and dark, on a phone, and in Arabic.</summary>
public sealed class Camera(Theatre theatre, string folder)
{
    private sealed record Take(string Name, string Language, int Width, ColorScheme Scheme);

    private static readonly Take[] Takes =
    [
        new("light", "en", 1440, ColorScheme.Light),
        new("dark", "en", 1440, ColorScheme.Dark),
        new("phone", "en", 390, ColorScheme.Light),
        new("phone-dark", "en", 390, ColorScheme.Dark),
        new("arabic", "ar", 1440, ColorScheme.Light),
        new("arabic-phone", "ar", 390, ColorScheme.Light),
    ];

    public int Wanted => theatre.Kinds.Count * Takes.Length;

    /// <summary>Takes them all, one after the other.</summary>
    /// <param name="only">Names of kinds; empty for all.</param>
    /// <returns>How many pictures were written.</returns>
    public async Task<int> TakeAllAsync(IReadOnlyCollection<string> only)
    {
        Directory.CreateDirectory(folder);
        var written = 0;
        foreach (var take in Takes)
        {
            foreach (var kind in theatre.Kinds.Where(kind => only.Count == 0 || only.Contains(kind.Name)))
                written += await TakeAsync(take, kind);
            Console.WriteLine($"  {take.Name}: {written}");
        }
        return written;
    }

    private async Task<int> TakeAsync(Take take, PageKind kind)
    {
        await using var window = await theatre.WindowAsync(kind.Who, take.Language, options =>
        {
            options.ViewportSize = new() { Width = take.Width, Height = take.Width == 390 ? 844 : 900 };
            options.ColorScheme = take.Scheme;
        });
        var page = await window.NewPageAsync();
        await theatre.ShowAsync(page, kind, take.Language);
        var path = Path.Combine(folder, $"{kind.Name}.{take.Name}.png");
        await page.ScreenshotAsync(new() { Path = path, FullPage = true, Animations = ScreenshotAnimations.Disabled });
        return new FileInfo(path).Length > 0 ? 1 : 0;
    }
}
