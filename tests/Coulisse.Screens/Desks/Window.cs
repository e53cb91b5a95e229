using Coulisse.Stage;
using Microsoft.Playwright;

namespace Coulisse.Screens.Desks;

/// <summary>The browser of the person at a desk, entered by the desk's link.</summary>
public sealed class Window : IAsyncDisposable
{
    // A person waits until a button can be pressed; of Fluent's, the driver sees only by this that it cannot: it reads
    // attributes, and only of what an attribute calls a button.
    private const string TellDisabled = """
        const tell = one => {
            one.setAttribute('role', 'button');
            one.setAttribute('aria-disabled', one.hasAttribute('disabled'));
        };
        new MutationObserver(seen => seen.forEach(one => {
            if (one.type === 'attributes' && one.target.localName === 'fluent-button')
                tell(one.target);
            one.addedNodes.forEach(node => {
                if (node.localName === 'fluent-button')
                    tell(node);
                node.querySelectorAll?.('fluent-button').forEach(tell);
            });
        })).observe(document, { subtree: true, childList: true, attributeFilter: ['disabled'] });
        """;

    private readonly IBrowserContext? context;

    private Window(Uri link, IBrowserContext? context, IPage? page) =>
        (Link, this.context, Page) = (link, context, page!);

    /// <summary>The link, used by now.</summary>
    public Uri Link { get; }

    /// <summary>Where the screens begin.</summary>
    public Uri Start => new(Link, "./");

    public IPage Page { get; }

    /// <summary>What the browser refused, ran into, or asked elsewhere.</summary>
    public Queue<string> Faults { get; } = [];

    public static async Task<Window> OpenAsync(DeskOnStage desk, Chromium? browser)
    {
        var link = await desk.Screens.StartAsync();
        if (browser is not { } chromium)
            return new(link, null, null);
        var context = await chromium.Browser.NewContextAsync(new()
        {
            Locale = "en-GB",
            ViewportSize = new() { Width = 1280, Height = 900 },
        });
        await context.AddInitScriptAsync(TellDisabled);
        var window = new Window(link, context, await context.NewPageAsync());
        window.Listen();
        await window.Page.GotoAsync(link.ToString());
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync("Watch");
        await window.AliveAsync();
        return window;
    }

    /// <summary>Shows a place of the screens, and waits until it answers to keys.</summary>
    public async Task ShowAsync(string place)
    {
        await Page.GotoAsync(new Uri(Start, place).ToString());
        await AliveAsync();
    }

    /// <summary>Waits until the page is joined to its program: before that, nothing that is pressed does
    /// anything.</summary>
    public Task AliveAsync() => Page.Locator("main[data-alive]").WaitForAsync();

    /// <summary>Has the screens speak a language from now on.</summary>
    public async Task SpeakAsync(string language)
    {
        await ShowAsync("");
        if (await Page.Locator($"html[lang={language}]").CountAsync() > 0)
            return;
        await Page.Locator(".tongue select").SelectOptionAsync(language);
        await Page.Locator($"html[lang={language}]").WaitForAsync();
    }

    /// <summary>A button of this name.</summary>
    public ILocator Button(string name) => Page.Locator($"fluent-button:has-text(\"{name}\")");

    /// <summary>One of the buttons that keep in the background.</summary>
    public ILocator Quiet(string name) => Page.Locator($"button.quiet:has-text(\"{name}\")");

    public async ValueTask DisposeAsync()
    {
        if (context is not null)
            await context.DisposeAsync();
    }

    private void Listen()
    {
        Page.Console += (_, said) =>
        {
            if (said.Type == "error")
                Faults.Enqueue(said.Text);
        };
        Page.PageError += (_, fault) => Faults.Enqueue(fault);
        Page.Dialog += (_, asked) => Faults.Enqueue($"a dialog: {asked.Message}");
        Page.Request += (_, asked) =>
        {
            if (new Uri(asked.Url) is { Scheme: not "data" } place && place.Authority != Link.Authority)
                Faults.Enqueue($"asked elsewhere: {place}");
        };
    }
}
