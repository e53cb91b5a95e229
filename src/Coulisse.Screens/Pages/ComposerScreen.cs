using System.Text;
using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Desks;
using Coulisse.Screens.Drawing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Coulisse.Screens.Pages;

/// <summary>Where words are written for one room: kept as a draft while they are, held for a while once they are said,
/// and then let go.</summary>
public abstract class ComposerScreen : Watching
{
    private protected const int BytesMax = 61_440;

    private protected string words = "";
    private protected ElementReference pane;
    private string? begunIn;
    private bool isRead, isPaneWanted, isBoxWanted;
    private DraftKeeping? draft;

    /// <summary>Where it is said.</summary>
    [Parameter, EditorRequired] public RoomAnswer Room { get; set; } = null!;

    [Inject]
    private NavigationManager Places { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private protected Holding Holding { get; set; } = null!;

    private protected HeldSaying? Held { get; private set; }

    private protected string? State => draft?.State;

    /// <summary>Why it was not said.</summary>
    protected RefusedAnswer? Refusal { get; private set; }

    /// <summary>What is asked before it is said.</summary>
    protected DoorQuestion? Asked { get; private set; }

    /// <summary>The room in which words like these stand.</summary>
    protected string? Like { get; private set; }

    /// <summary>Whether the desk is being asked.</summary>
    protected bool IsSaying { get; private set; }

    /// <summary>Whether these words were held, and did not go before the window did.</summary>
    protected bool IsNotSent { get; private set; }

    private protected bool IsElsewhere => begunIn is { } room && Holding.IsElsewhere(room);

    private protected bool IsOpen => Room.Status == "Open";

    private protected bool IsOwnSide => Room.IsOwnSide == true;

    // Both kinds may stand on one screen.
    private protected string Box => IsOwnSide ? "own-words" : "words";

    private protected int Bytes => Encoding.UTF8.GetByteCount(words);

    // A box of words belongs to one room for its life: whatever is drawn, they go to no other.
    private bool IsWhereBegun => Room.Room == begunIn;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        begunIn = Room.Room;
        draft = new(Desk, begunIn, () => IsSaying ? null : words, Time, Gone);
        Holding.Changed += Hear;
        Holding.Show(begunIn, isShown: true);
        Gone.Register(() =>
        {
            Holding.Changed -= Hear;
            Holding.Show(begunIn, isShown: false);
        });
        await MovedAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isPaneWanted && Held is not null)
            await pane.FocusAsync();
        else if (isBoxWanted)
            await Browser.InvokeVoidAsync("coulisse.settle", Gone, Box);
        (isPaneWanted, isBoxWanted) = (false, false);
    }

    /// <inheritdoc/>
    protected override async Task OnToldAsync()
    {
        if (Held is { State: HeldState.InDoubt } && Line.IsThere)
            Holding.Drop(begunIn!); // told of it, it is read
        else if (!isRead && Held is null)
            await ReadAsync();
        if (Line.IsThere && words != draft!.Kept)
            await draft.KeepSoonAsync();
    }

    /// <summary>Other words are another question.</summary>
    protected Task TypedAsync()
    {
        (Asked, Refusal, IsNotSent) = (null, null, false);
        return draft!.KeepSoonAsync();
    }

    /// <summary>Has the desk hold the words.</summary>
    protected async Task SayAsync(bool isMeant)
    {
        if (IsSaying || !IsWhereBegun || words.Length == 0 || Bytes > BytesMax)
            return;
        (IsSaying, Refusal, Asked) = (true, null, null);
        try
        {
            await draft!.SettleAsync(); // or what is said could be kept as a draft behind its being said
            await TakenAsync(await Holding.HoldAsync(Room, words, isMeant, Gone));
        }
        finally
        {
            IsSaying = false;
        }
        isRead = words.Length > 0; // gone at once, or held where nobody is any more: what stands is read
        await MovedAsync();
    }

    private protected Task SendNowAsync() => Holding.SendNowAsync(begunIn!);

    /// <summary>Takes the words back as they were.</summary>
    protected async Task UndoAsync()
    {
        if (Held is not { State: HeldState.Counting } held)
            return;
        (Held, isRead) = (null, true); // what comes back is read here alone
        if (!Holding.Undo(begunIn!))
        {
            isRead = false; // they had gone
            await MovedAsync();
            return;
        }
        (words, isBoxWanted) = (held.Text, true);
        await BackAsync();
    }

    /// <summary>The words stay here as a draft, and are put before the caucus word for word.</summary>
    protected async Task AskApprovalAsync(string caucus)
    {
        var filled = SheetStart.Of(new("ApprovalAsked", "Confer", Into: Room.Room), L.Code);
        filled["draft"] = words;
        if (await Desk.KeepSheetAsync(caucus, SheetScreen.Prepared("ApprovalAsked", L.Code, filled), Gone)
            is Answer<DraftAnswer>.Given)
            Places.NavigateTo($"caucus/{caucus}?begin=ApprovalAsked");
    }

    private async Task TakenAsync(Answer<DraftAnswer> answer)
    {
        switch (answer)
        {
            case Answer<DraftAnswer>.Given:
                if (draft!.Kept != words)
                    await Desk.KeepDraftAsync(begunIn!, "", Gone); // of these words the desk has none any more
                IsNotSent = false;
                Keep("");
                break;
            case Answer<DraftAnswer>.Refused refused:
                Hear(refused.Why);
                break;
            default:
                Refusal = new(L["held.no-desk"], Reason.Own);
                break;
        }
    }

    private void Hear(RefusedAnswer why) =>
        (Asked, Like, Refusal) = (why.Asks, why.Room, why.Asks is null ? why : null);

    private void Hear() => _ = InvokeAsync(async () =>
    {
        if (Gone.IsCancellationRequested || IsSaying)
            return;
        try
        {
            await MovedAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // drawn no more
        }
    });

    // What is held here has moved, and perhaps is held no more.
    private async Task MovedAsync()
    {
        var (before, now) = (Held, Holding.In(begunIn!));
        if (now is { State: HeldState.Refused, Why: { } why })
        {
            Held = null;
            Holding.Drop(begunIn!);
            await BackAsync();
            Hear(why);
            return;
        }
        (Held, isPaneWanted) = (now, isPaneWanted || (before is null && now is not null));
        if (now is not null || (before is null && isRead))
            return;
        (isRead, isBoxWanted) = (false, before is not null);
        await ReadAsync();
    }

    // What was begun before the window was closed, or the desk was; and what was held. That it was not sent is told to
    // somebody: where nobody can be, it stays where it is until they come back, to this window or to another.
    private async Task ReadAsync()
    {
        if (!Holding.IsWatched
            || await Desk.DraftAsync(Room.Room, Gone) is not Answer<DraftAnswer>.Given { Value: var told })
            return;
        isRead = true;
        if (told.Held is not null && RendererInfo.IsInteractive && !IsElsewhere && Holding.In(begunIn!) is null)
        {
            IsNotSent = true;
            await BackAsync();
        }
        else if (words.Length == 0)
        {
            Keep(told.Text);
        }
    }

    private async Task BackAsync()
    {
        switch (await Desk.TakeBackAsync(Room, Gone))
        {
            case Answer<DraftAnswer>.Given back:
                Keep(back.Value.Text);
                break;
            case Answer<DraftAnswer>.Refused refused:
                Refusal = refused.Why;
                break;
            default:
                draft!.Fail();
                break;
        }
    }

    private void Keep(string text) => draft!.Take(words = text);
}
