using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Looks;

/// <summary>Sees what is wrong with the look of a page.</summary>
public static class Eye
{
    private const string Rules = """
        async isWhole => {
          const only = isWhole
            ? { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
            : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
          const found = await axe.run(document, { runOnly: only, resultTypes: ['violations'] });
          return found.violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.target.join(' ')} ${n.html.slice(0, 120)}`));
        }
        """;

    // The mark for quoting a paragraph stands in the margin on purpose; what scrolls by itself, or is not seen, does not count.
    private const string TooWide = """
        () => {
          const say = e => `${e.localName}.${e.className} ${e.scrollWidth} in ${e.clientWidth}: ${e.textContent.trim().slice(0, 60)}`;
          const faults = [];
          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) faults.push(`the page scrolls: ${root.scrollWidth} in ${root.clientWidth}`);
          for (const mark of document.querySelectorAll('.quote-this')) mark.hidden = true;
          for (const e of document.body.querySelectorAll('*')) {
            if (e.closest('.visually-hidden, .skip, pre, svg, select, textarea, thead') || !e.checkVisibility()) continue;
            const style = getComputedStyle(e);
            if (style.display === 'inline' || style.display === 'contents' || style.overflowX !== 'visible' || e.clientWidth === 0) continue;
            if (e.scrollWidth > e.clientWidth + 1) faults.push(say(e));
          }
          return faults.slice(0, 4);
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>WCAG 2.0 to 2.2, A and AA, and good practice, as axe reads them; else what colours alone can break.</summary>
    public static async Task<IEnumerable<string>> BarriersAsync(IPage page, bool isWhole)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Rules, isWhole);
    }

    /// <summary>A page that scrolls sideways, and words that leave their box.</summary>
    public static async Task<IEnumerable<string>> TooWideAsync(IPage page) => await page.EvaluateAsync<string[]>(TooWide);
}
