using System.Text.Json;
using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Drawing;
using Coulisse.Screens.Words;
using Microsoft.AspNetCore.Components;

namespace Coulisse.Screens.Pages;

/// <summary>A new room, of both sides or of our own: filled in, looked at as they will see it, then asked for. What was
/// filled in is kept in the desk.</summary>
public abstract class OpenRoomScreen : Asking
{
    /// <summary>What is typed in one breath is kept once.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(400);

    private static readonly SheetField Why = new("why", FieldForm.Words);

    private Task keeping = Task.CompletedTask;

    /// <summary>What was begun, as the desk keeps it.</summary>
    private sealed record Begun(bool IsOwnSide, string With, Filled Filled);

    private protected Filled filled = new();

    [Inject]
    private NavigationManager Places { get; set; } = null!;

    /// <summary>Whether it is begun as one of our side alone.</summary>
    [SupplyParameterFromQuery] public bool Own { get; set; }

    /// <summary>The room whose place it is to take, by its name; null if it begins something.</summary>
    [SupplyParameterFromQuery] public string? Follows { get; set; }

    /// <summary>Whether only our own people are to be in it.</summary>
    protected bool IsOwnSide { get; private set; }

    /// <summary>Who is asked, by their desk; empty if nobody was chosen.</summary>
    protected string With { get; private set; } = "";

    /// <summary>What would be asked for; null while it is filled in.</summary>
    protected RoomLookAnswer? Look { get; private set; }

    /// <summary>The room whose place it is to take.</summary>
    protected RoomAnswer? Before => Follows is { Length: > 0 } name ? Line.Room(name) : null;

    /// <summary>Who could be asked.</summary>
    protected IReadOnlyList<PersonAnswer> Whom => Line.Latest is not { } line ? []
        : Before is { } before ? [before.Counterpart]
        : IsOwnSide ? [.. (line.People ?? []).Where(one => one.IsOurs && one.Desk != line.We.Desk)]
        : [.. line.All.SelectMany(one => one.Theirs)];

    private protected IReadOnlyList<SheetField> Fields => Before is null ? Terms.Fields : [.. Terms.Fields, Why];

    /// <summary>Whether it can be looked at.</summary>
    protected bool IsWhole => Whom.Any(one => one.Desk == With) && filled.IsWhole(Fields);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        IsOwnSide = Own;
        if (Before is { Terms: { } terms } before)
        {
            Terms.Fill(filled, terms);
            With = before.Counterpart.Desk;
        }
        else if (await Desk.OpeningAsync(Gone) is Answer<DraftAnswer>.Given { Value.Text: { Length: > 0 } kept }
            && JsonSerializer.Deserialize<Begun>(kept) is { } begun && (!Own || begun.IsOwnSide))
        {
            (IsOwnSide, With, filled) = (begun.IsOwnSide, begun.With, begun.Filled);
        }
    }

    /// <summary>Who of both it is for: chosen first, since all else follows from it.</summary>
    protected void Choose(bool isOwnSide)
    {
        (IsOwnSide, With) = (isOwnSide, "");
        Typed();
    }

    /// <summary>Who is asked.</summary>
    protected void Choose(PersonAnswer whom)
    {
        ArgumentNullException.ThrowIfNull(whom);
        With = whom.Desk;
        Typed();
    }

    /// <summary>Something was typed or chosen.</summary>
    protected void Typed()
    {
        Refused = null;
        if (keeping.IsCompleted && Before is null)
            keeping = KeepAsync();
    }

    /// <summary>Asks the desk what it would ask for.</summary>
    protected async Task LookAsync() => Look = await AskAsync(() => Desk.LookAtRoomAsync(Question, IsOwnSide, Gone));

    /// <summary>Back to filling in.</summary>
    protected void Change() => (Look, Refused) = (null, null);

    /// <summary>Asks for it.</summary>
    protected async Task OpenAsync()
    {
        if (await AskAsync(() => Desk.OpenRoomAsync(Question, IsOwnSide, Gone), "open.in-doubt") is not { } room)
            return;
        await keeping;
        if (Before is null)
            await Desk.KeepOpeningAsync("", Gone);
        Places.NavigateTo(Place.Of(room));
    }

    /// <summary>Gives it up; nothing of it is kept.</summary>
    protected async Task LeaveAsync()
    {
        await keeping;
        await Desk.KeepOpeningAsync("", Gone);
        Places.NavigateTo("");
    }

    /// <summary>The rooms that we have with somebody already.</summary>
    protected IEnumerable<RoomAnswer> RoomsWith(PersonAnswer whom) => Line.Latest is not { } line ? []
        : line.AllRooms.Where(room => room.Counterpart.Desk == whom.Desk
            && room.Status is ("Open" or "AwaitingConsent" or "Proposed" or "Opening"));

    private RoomQuestion Question => new(With, filled["purpose"].Trim(), filled["excluded"].Trim(), Before?.Room,
        Before is null ? null : filled["why"].Trim(), Terms: Terms.Further(filled));

    private async Task KeepAsync()
    {
        await Task.Delay(Breath, Time, Gone);
        await Desk.KeepOpeningAsync(JsonSerializer.Serialize(new Begun(IsOwnSide, With, filled)), Gone);
    }
}
