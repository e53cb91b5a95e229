using System.Globalization;
using Coulisse.Screens.Desks;
using Microsoft.Playwright;

namespace Coulisse.Bench.Screens;

/// <summary>What a person waits for at a desk's window, by the browser's own clock.</summary>
internal sealed class ScreenTimes(Window window)
{
    // From the press to the frame in which what is waited for is drawn.
    private const string ClickUntil = """
        ([press, wanted]) => new Promise((done, failed) => {
          const link = document.querySelector(press);
          if (!link) { failed(new Error('nothing to press: ' + press)); return; }
          const begun = performance.now();
          const look = () => document.querySelector(wanted)
            ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun), 0))
            : performance.now() - begun > 120000 ? failed(new Error('never drawn: ' + wanted))
            : requestAnimationFrame(look);
          link.click();
          requestAnimationFrame(look);
        })
        """;

    // From the key to the frame with its character, and to the desk's own word that it has come there (the length).
    private const string Listen = """
        box => {
          window.typed = []; window.told = [];
          let pressed = 0;
          box.addEventListener('keydown', key => { pressed = key.timeStamp; }, true);
          box.addEventListener('input', () => {
            const from = pressed;
            requestAnimationFrame(() => setTimeout(() => window.typed.push(performance.now() - from), 0));
          }, true);
          new MutationObserver(() => window.told.push(performance.now() - pressed))
            .observe(document.getElementById('length'), { childList: true, subtree: true, characterData: true });
        }
        """;

    private IPage Page => window.Page;

    /// <summary>Milliseconds from asking for a screen to the first thing drawn of it.</summary>
    internal async Task<double> FirstPaintAsync(string place)
    {
        await Page.GotoAsync(new Uri(window.Start, place).ToString());
        return await PaintAsync(Page);
    }

    /// <summary>The same of a window that was not open before.</summary>
    internal static async Task<double> PaintAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        return await page.EvaluateAsync<double>(
            "() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
    }

    /// <summary>Milliseconds from pressing a room on the watch to its newest message.</summary>
    internal async Task<double> OpenRoomAsync(string room, ulong messages)
    {
        await window.ShowAsync("");
        await Page.Locator($"main a[href='room/{room}']").First.WaitForAsync();
        return await PressAsync($"main a[href='room/{room}']", Message(messages));
    }

    /// <summary>Milliseconds from asking for a message in the middle to its being drawn.</summary>
    internal async Task<double> JumpAsync(ulong to)
    {
        await Page.EvaluateAsync(string.Create(CultureInfo.InvariantCulture,
            $"() => {{ document.querySelector('.pages input[type=number]').value = {to}; }}"));
        return await Page.EvaluateAsync<double>(ClickUntil.Replace("link.click()",
            "link.dispatchEvent(new Event('change', { bubbles: true }))", StringComparison.Ordinal),
            new[] { ".pages input[type=number]", Message(to) });
    }

    /// <summary>Milliseconds from asking for words to what was found.</summary>
    internal async Task<double> SearchAsync(string words)
    {
        await window.ShowAsync("search");
        await Page.Locator("#search-words").FillAsync(words);
        await Page.Locator("main form fluent-button:not([disabled])").WaitForAsync(); // a press before is lost
        return await PressAsync("main form fluent-button", ".hits > li");
    }

    /// <summary>Types into the box of a room, a key at a time.</summary>
    /// <returns>Milliseconds from each key to its character, and to the desk's word on it.</returns>
    internal async Task<(double[] Drawn, double[] Told)> TypeAsync(string words, TimeSpan apart)
    {
        var box = Page.Locator("#words");
        await box.EvaluateAsync(Listen);
        await box.ClickAsync();
        foreach (var one in words)
        {
            await Page.Keyboard.PressAsync(one == ' ' ? "Space" : one.ToString());
            await Task.Delay(apart);
        }
        await Task.Delay(TimeSpan.FromSeconds(1));
        var there = await box.InputValueAsync();
        if (there != words)
            throw new InvalidOperationException($"Typed were {words.Length} characters, and {there.Length} are there.");
        await box.FillAsync("");
        return (await Page.EvaluateAsync<double[]>("() => window.typed.splice(0)"),
            await Page.EvaluateAsync<double[]>("() => window.told.splice(0)"));
    }

    /// <summary>Megabytes that the page holds in its own memory, after what is not needed was let go.</summary>
    internal async Task<double> HeapAsync()
    {
        var session = await Page.Context.NewCDPSessionAsync(Page);
        await session.SendAsync("HeapProfiler.collectGarbage");
        var used = await session.SendAsync("Runtime.getHeapUsage");
        await session.DetachAsync();
        return used!.Value.GetProperty("usedSize").GetDouble() / 1048576;
    }

    private Task<double> PressAsync(string press, string wanted) =>
        Page.EvaluateAsync<double>(ClickUntil, new[] { press, wanted });

    private static string Message(ulong order) =>
        string.Create(CultureInfo.InvariantCulture, $".message[data-message='{order}']");
}
