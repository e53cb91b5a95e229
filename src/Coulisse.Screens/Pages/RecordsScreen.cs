using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Drawing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Coulisse.Screens.Pages;

/// <summary>What was signed for the record in a room: seen whole before it is countersigned or declined, and saved as a
/// file.</summary>
public abstract class RecordsScreen : Asking
{
    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <summary>The room's name, or its first digits.</summary>
    [Parameter] public string Name { get; set; } = "";

    /// <summary>The room as the desk told it last; null if there is none.</summary>
    protected RoomAnswer? Room => Line.Room(Name);

    /// <summary>All of them; null until they are read.</summary>
    protected IReadOnlyList<RecordAnswer>? Records { get; private set; }

    /// <summary>The one that is looked at, by its number; 0 for none.</summary>
    protected ulong Shown { get; private set; }

    /// <summary>It, whole.</summary>
    protected RecordTextAnswer? Text { get; private set; }

    /// <summary>Whether somebody is about to sign it.</summary>
    protected bool IsSure { get; set; }

    /// <summary>That it is declined, as it is filled in; null if nobody does.</summary>
    protected WantedAct? Declining { get; set; }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => OnToldAsync();

    /// <inheritdoc/>
    protected override async Task OnToldAsync()
    {
        if (Room is { } room && await Desk.RecordsAsync(room.Room, Gone) is
            Answer<IReadOnlyList<RecordAnswer>>.Given given)
            Records = given.Value;
    }

    /// <summary>Shows one whole, as this desk makes it of its own messages.</summary>
    protected async Task LookAsync(RecordAnswer record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Shown, Text, IsSure, Declining) = (record.Number, null, false, null);
        Text = await AskAsync(() => Desk.RecordAsync(Room!.Room, record.Number, Gone));
    }

    /// <summary>Signs what is shown.</summary>
    protected async Task SignAsync()
    {
        if (Text is { } text && await AskAsync(() => Desk.SignAsync(Room!.Room, text.Digest, Gone),
            "composer.in-doubt") is { } said)
        {
            (Shown, Text, IsSure) = (0, null, false);
            Done = L.Text("sheet.done", ("n", (long)said.Order));
            await OnToldAsync();
        }
    }

    /// <summary>Begins to decline it.</summary>
    protected async Task DeclineAsync(RecordAnswer record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (await Desk.TalkAsync(Room!.Room, Gone) is Answer<TalkAnswer>.Given talk
            && talk.Value.Matters.FirstOrDefault(one => one.Number == record.Number) is { } matter)
            Declining = new("RecordDeclined", "Speak", Matter: matter);
    }

    /// <summary>It was declined, or not.</summary>
    protected async Task EndAsync(MessageAnswer? said)
    {
        Declining = null;
        Done = said is null ? null : L.Text("sheet.done", ("n", (long)said.Order));
        await OnToldAsync();
    }

    /// <summary>Saves one as a file that anybody can verify.</summary>
    protected async Task SaveAsync(RecordAnswer record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (await AskAsync(() => Desk.RecordFileAsync(Room!.Room, record.Number, Gone)) is { } file)
            await Browser.InvokeVoidAsync("coulisse.saveBytes", Gone,
                $"record-{Room!.Room[..8]}-{record.Number}.record", file.File);
    }
}
