using Coulisse.Languages;
using Coulisse.Screens.Desks;
using Coulisse.Screens.Hosting;
using Coulisse.Screens.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Coulisse.Screens.Pages;

/// <summary>What stands around every screen; a window that nobody looks at is told that something waits, and never
/// what.</summary>
public abstract class FrameScreen : LayoutComponentBase, IDisposable
{
    private protected static readonly (string Place, string Key, string Letter)[] Main =
        [("", "watch.title", "w"), ("line", "line.title", "i"), ("parties", "parties.title", "p"),
            ("statements", "statements.title", "s"), ("search", "search.title", "/"),
            ("copies", "copies.title", "x"), ("told", "told.title", "t")];

    private DotNetObjectReference<FrameScreen>? self;
    private ulong known;

    [Inject]
    private NavigationManager Places { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private protected LineWatch Line { get; set; } = null!;

    [Inject]
    private protected ScreenLock Lock { get; set; } = null!;

    [Inject]
    private protected Speech Speech { get; set; } = null!;

    /// <summary>The language that is spoken.</summary>
    protected InterfaceLanguage L => Speech.Now;

    /// <summary>Where this window is.</summary>
    protected string Here => Places.ToBaseRelativePath(Places.Uri).Split('#')[0];

    /// <summary>The shape of the line's state, for the tab.</summary>
    protected string Look => Line is { IsThere: true, Latest: { } line } ? LineWords.Look(line.State) : "unknown";

    /// <inheritdoc/>
    public void Dispose()
    {
        Line.Changed -= Hear;
        Lock.Changed -= Hear;
        self?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Told by the window: somebody is at it.</summary>
    [JSInvokable]
    public void Touched() => Lock.Touch();

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Line.Changed += Hear;
        Lock.Changed += Hear;
        known = Waiting();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        self = DotNetObjectReference.Create(this);
        await Browser.InvokeVoidAsync("coulisse.watch", self);
    }

    /// <summary>Another language from now on.</summary>
    protected void Speak(ChangeEventArgs chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        if (Speech.Speak(chosen.Value as string))
            Places.NavigateTo(Places.Uri, forceLoad: true);
    }

    private void Hear() => _ = InvokeAsync(async () =>
    {
        StateHasChanged();
        var now = Waiting();
        if (now > known && self is not null)
            await Browser.InvokeVoidAsync("coulisse.notify", L["notice.title"], L["notice.something"]);
        known = now;
    });

    // What others said, and what waits for an answer: only that there is more of it is told.
    private ulong Waiting() => Line.Latest is not { } line ? known : line.AllRooms.Concat(line.Caucuses ?? [])
        .Aggregate(0UL, (sum, room) => sum + room.OthersSaid + (Duty.Of(room) is null ? 0UL : 1UL));
}
