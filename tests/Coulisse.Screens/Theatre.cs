using Coulisse.Signals.Accounts;
using Microsoft.Playwright;

namespace Coulisse.Screens;

/// <summary>The publication, a bare page beside it, and a browser: enough to see every kind of page.</summary>
public sealed class Theatre : IAsyncDisposable
{
    /// <summary>How long a window waits for what must come. A busy machine is slow, not wrong.</summary>
    public const float PatienceMilliseconds = 90_000;

    private readonly Stage _bare;

    private Theatre(Chromium chromium, Publication page, Stage bare)
    {
        (Chromium, Page, _bare) = (chromium, page, bare);
        Kinds = PageKinds.Of(page);
    }

    public Chromium Chromium { get; }

    public Publication Page { get; }

    public IReadOnlyList<PageKind> Kinds { get; }

    public static async Task<Theatre> OpenAsync(Chromium chromium) => new(chromium, await Publication.FoundAsync(),
        await Stage.OpenAsync(RequestLimits.Usual with { SignIn = 1 }, CancellationToken.None));

    public Uri AddressOf(PageKind kind, string language) =>
        new((kind.IsOnBareStage ? _bare : Page.Stage).Address, kind.Address(language));

    /// <summary>A browser window of somebody who reads in a language; nothing is shared between two of them.</summary>
    public async Task<IBrowserContext> WindowAsync(Who who, string language,
        Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions { Locale = language, ReducedMotion = ReducedMotion.Reduce };
        change?.Invoke(options);
        var window = await Chromium.Browser.NewContextAsync(options);
        window.SetDefaultTimeout(PatienceMilliseconds);
        window.SetDefaultNavigationTimeout(PatienceMilliseconds);
        if (VisitorWho(who) is { } visitor)
            await window.AddCookiesAsync(visitor.Cookies);
        return window;
    }

    /// <summary>Opens a kind of page and does what it takes to see it.</summary>
    public async Task ShowAsync(IPage page, PageKind kind, string language)
    {
        await page.GotoAsync(AddressOf(kind, language).AbsoluteUri);
        if (kind.Act is { } act)
            await act(page);
    }

    public async ValueTask DisposeAsync()
    {
        await _bare.DisposeAsync();
        await Page.DisposeAsync();
    }

    private Visitor? VisitorWho(Who who) => who switch
    {
        Who.Guest => null,
        Who.Reader => Page.Reader,
        Who.Editor => Page.Editor,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
