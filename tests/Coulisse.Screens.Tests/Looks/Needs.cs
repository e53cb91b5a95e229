using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Looks;

/// <summary>Sees what is lost on people who choose their own colours, who are made ill by what moves, or who enlarge
/// everything.</summary>
public static class Needs
{
    // In the colours that a person has forced, nothing may be drawn in the colour of what is behind it, and what one
    // has reached must not look like what one has not.
    private const string Vanished = """
        () => {
          const isSeen = e => e.checkVisibility() && e.getClientRects().length > 0;
          const probe = document.createElement('i');
          probe.style.cssText = 'forced-color-adjust: none; color: Canvas';
          document.body.append(probe);
          const canvas = getComputedStyle(probe).color;
          probe.remove();
          const backOf = e => {
            for (; e; e = e.parentElement) {
              const colour = getComputedStyle(e).backgroundColor;
              if (colour !== 'transparent' && !/, 0\)$/.test(colour)) return colour;
            }
            return canvas;
          };
          const faults = [];
          for (const part of document.querySelectorAll('svg:not(.code) :is(path, rect, circle, line, polygon, text)')) {
            const svg = part.closest('svg');
            if (!isSeen(svg)) continue;
            const style = getComputedStyle(part);
            const paints = [style.fill, style.stroke].filter(paint => paint !== 'none');
            if (paints.length > 0 && paints.every(paint => paint === backOf(svg.parentElement)))
              faults.push(`not seen: ${svg.getAttribute('class')} ${part.outerHTML.slice(0, 80)}`);
          }
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text = words.nextNode(); text; text = words.nextNode()) {
            const around = text.parentElement;
            if (text.data.trim() === '' || !isSeen(around) || around.closest('svg, .hidden, .skip, option')) continue;
            if (getComputedStyle(around).color === backOf(around))
              faults.push(`not read: ${text.data.trim().slice(0, 60)}`);
          }
          const lookOf = e => { const s = getComputedStyle(e); return s.backgroundColor + s.borderColor; };
          for (const ladder of document.querySelectorAll('.ladder')) {
            const reached = ladder.querySelector('.step.reached'), other = ladder.querySelector('.step:not(.reached)');
            if (reached && other && lookOf(reached) === lookOf(other)) faults.push('reached or not looks alike');
          }
          return faults.slice(0, 4);
        }
        """;

    private const string Moving = """
        () => {
          const faults = document.getAnimations().map(one => `moves: ${one.effect?.target?.outerHTML?.slice(0, 80)}`);
          for (const e of document.querySelectorAll('body *')) {
            const style = getComputedStyle(e);
            const takes = time => time.split(',').some(one => parseFloat(one) > 0);
            if (takes(style.animationDuration) && style.animationName !== 'none')
              faults.push(`moves: ${e.outerHTML.slice(0, 80)}`);
            if (takes(style.transitionDuration) && style.transitionProperty !== 'none')
              faults.push(`fades: ${e.outerHTML.slice(0, 80)}`);
            if (style.scrollBehavior === 'smooth') faults.push(`glides: ${e.outerHTML.slice(0, 80)}`);
          }
          return faults.slice(0, 4);
        }
        """;

    /// <summary>What is not to be seen in forced colours, dark and light.</summary>
    public static async Task<IEnumerable<string>> VanishedAsync(IPage page)
    {
        var faults = new List<string>();
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = scheme });
            var found = await page.EvaluateAsync<string[]>(Vanished);
            faults.AddRange(found.Select(fault => $"forced {scheme}: {fault}"));
        }
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None, ColorScheme = ColorScheme.Light });
        return faults;
    }

    /// <summary>What moves though a person wants nothing to.</summary>
    public static async Task<IEnumerable<string>> MovingAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var faults = await page.EvaluateAsync<string[]>(Moving);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        return faults.Select(fault => $"reduced motion: {fault}");
    }

    /// <summary>What does not fit, with everything twice as large in a window of 1280 points.</summary>
    public static async Task<IEnumerable<string>> TooWideEnlargedAsync(IPage page)
    {
        await page.SetViewportSizeAsync(640, 450);
        return (await Eye.TooWideAsync(page)).Select(fault => $"at 200 %: {fault}");
    }
}
