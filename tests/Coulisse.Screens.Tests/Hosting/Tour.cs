using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Hosting;

/// <summary>Looks at many kinds of page, a few at a time, and gathers what is wrong with each.</summary>
public sealed class Tour(Theatre theatre, Action<BrowserNewContextOptions>? window = null)
{
    private const int GuidesMax = 2;

    /// <param name="language">In which all of them are read.</param>
    /// <param name="look">Says what is wrong with the page that is shown.</param>
    public async Task<IReadOnlyList<string>> FaultsAsync(string language, Func<IPage, PageKind, Task<IEnumerable<string>>> look)
    {
        var (faults, waiting) = (new ConcurrentBag<string>(), new ConcurrentQueue<PageKind>(theatre.Kinds));
        await Task.WhenAll(Enumerable.Range(0, GuidesMax).Select(_ => GuideAsync()));
        return [.. faults.Order(StringComparer.Ordinal)];

        // Windows are kept from page to page: a new one fetches every typeface anew.
        async Task GuideAsync()
        {
            var pages = new Dictionary<Who, IPage>();
            while (waiting.TryDequeue(out var kind))
            {
                var page = kind.IsSigningIn ? await OpenAsync(kind, language)
                    : pages.TryGetValue(kind.Who, out var open) ? open
                    : pages[kind.Who] = await OpenAsync(kind, language);
                await theatre.ShowAsync(page, kind, language);
                foreach (var fault in await look(page, kind))
                    faults.Add($"{kind}, {language}: {fault}");
            }
            foreach (var page in pages.Values)
                await page.Context.CloseAsync();
        }
    }

    public static void AssertNone(IReadOnlyList<string> faults) =>
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(60))}");

    private async Task<IPage> OpenAsync(PageKind kind, string language) =>
        await (await theatre.WindowAsync(kind.Who, language, window)).NewPageAsync();
}
