using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Hosting;

/// <summary>Looks at many kinds of page, a few at a time, and gathers what is wrong with each.</summary>
public sealed class Tour(Theatre theatre, Action<BrowserNewContextOptions>? window = null)
{
    private const int WindowsAtOnce = 3;

    /// <param name="stops">Which pages, in which language.</param>
    /// <param name="look">Says what is wrong with the page that is shown.</param>
    public async Task<IReadOnlyList<string>> FaultsAsync(IEnumerable<(PageKind Kind, string Language)> stops,
        Func<IPage, string, Task<IEnumerable<string>>> look)
    {
        var faults = new ConcurrentBag<string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = WindowsAtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(stops, options, async (stop, _) =>
        {
            var (kind, language) = stop;
            await using var context = await theatre.WindowAsync(kind.Who, language, window);
            var page = await context.NewPageAsync();
            await theatre.ShowAsync(page, kind, language);
            foreach (var fault in await look(page, language))
                faults.Add($"{kind}, {language}: {fault}");
        });
        return [.. faults.Order(StringComparer.Ordinal)];
    }

    /// <summary>Every kind in English and Arabic, what most visitors see in French and Russian too.</summary>
    public static IEnumerable<(PageKind Kind, string Language)> Stops(Theatre theatre, params string[] languages) =>
        from language in languages
        from kind in theatre.Kinds
        where kind.IsMain || language is "en" or "ar"
        select (kind, language);

    public static void AssertNone(IReadOnlyList<string> faults) =>
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(60))}");
}
