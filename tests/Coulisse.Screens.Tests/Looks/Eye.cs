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
            : { type: 'rule', values: [
                'color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'] };
          const found = await axe.run(document, {
            runOnly: only, resultTypes: ['violations'], iframes: false, preload: false });
          return found.violations.flatMap(v =>
            v.nodes.slice(0, 3).map(n => `${v.id}: ${n.target.join(' ')} ${n.html.slice(0, 120)}`));
        }
        """;

    // The mark for quoting a paragraph stands in the margin on purpose; what scrolls by itself, or is not seen, does
    // not count.
    private const string TooWide = """
        () => {
          const words = e => e.textContent.trim().slice(0, 60);
          const say = e => `${e.localName}.${e.className} ${e.scrollWidth} in ${e.clientWidth}: ${words(e)}`;
          const faults = [];
          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth)
            faults.push(`the page scrolls: ${root.scrollWidth} in ${root.clientWidth}`);
          for (const mark of document.querySelectorAll('.quote-this')) mark.hidden = true;
          for (const e of document.body.querySelectorAll('*')) {
            const isApart = e.closest('.visually-hidden, .skip, pre, svg, select, textarea, thead');
            if (isApart || !e.checkVisibility()) continue;
            const style = getComputedStyle(e);
            if (['inline', 'contents'].includes(style.display)) continue;
            if (style.overflowX !== 'visible' || e.clientWidth === 0) continue;
            if (e.scrollWidth > e.clientWidth + 1) faults.push(say(e));
          }
          return faults.slice(0, 4);
        }
        """;

    // Two pieces of text that touch, inside one line: the end of a word and the beginning of the next. What is drawn as
    // a block, a flex item or a line of its own does not touch; a word that was changed in part may, and so may the
    // number of a note.
    private const string Glued = """
        () => {
          const isWord = c => c !== undefined && /[\p{L}\p{N}]/u.test(c);
          const isInLine = (e, top) => {
            for (; e !== top; e = e.parentElement) {
              const style = getComputedStyle(e);
              if (e.localName === 'p') return false;
              if (!style.display.startsWith('inline') || style.float !== 'none') return false;
              if (style.position === 'absolute') return false;
              if (['::before', '::after'].some(part => getComputedStyle(e, part).content.length > 4)) return false;
            }
            return true;
          };
          const parts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
          const faults = [];
          let before = null;
          for (let node = parts.nextNode(); node; node = parts.nextNode()) {
            if (node.nodeType === Node.ELEMENT_NODE) {
              if (['br', 'hr', 'input', 'img', 'select', 'textarea', 'button'].includes(node.localName)) before = null;
              continue;
            }
            const around = node.parentElement;
            const isApart = around.closest('script, style, svg, select, textarea, button, ins, del, sup, [hidden]');
            if (node.data === '' || isApart || !around.checkVisibility()) {
              if (around.closest('ins, del, sup, button')) before = null;
              continue;
            }
            if (before && isWord([...before.data].at(-1)) && isWord([...node.data][0])) {
              const range = document.createRange();
              range.setStart(before, 0);
              range.setEnd(node, 0);
              const top = range.commonAncestorContainer;
              if (isInLine(before.parentElement, top) && isInLine(around, top))
                faults.push(`runs together: "${before.data.trim().slice(-30)}|${node.data.trim().slice(0, 30)}"`);
            }
            before = node;
          }
          return faults.slice(0, 4);
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static async Task<IEnumerable<string>> BarriersAsync(IPage page, Depth depth)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Rules, depth is Depth.Whole);
    }

    /// <summary>Words and figures without a space between them: "Version 1made from".</summary>
    public static async Task<IEnumerable<string>> GluedAsync(IPage page) => await page.EvaluateAsync<string[]>(Glued);

    /// <summary>A page that scrolls sideways, and words that leave their box.</summary>
    public static async Task<IEnumerable<string>> TooWideAsync(IPage page) =>
        await page.EvaluateAsync<string[]>(TooWide);
}
