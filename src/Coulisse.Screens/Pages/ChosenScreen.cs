using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Drawing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Coulisse.Screens.Pages;

/// <summary>What becomes of messages that a person has chosen: put on record, or copied. Each is looked at
/// first.</summary>
public abstract class ChosenScreen : Asking
{
    private protected static readonly SheetField Subject = new("subject", FieldForm.Line, 120);
    private protected static readonly SheetField Minutes = new("minutes", FieldForm.Words, 8_000, IsOptional: true);
    private protected static readonly SheetField For = new("for", FieldForm.Line, 120);

    private protected Filled filled = new();

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <summary>Of which room.</summary>
    [Parameter, EditorRequired] public RoomAnswer Room { get; set; } = null!;

    /// <summary>Which messages, by their numbers.</summary>
    [Parameter, EditorRequired] public IReadOnlyCollection<ulong> Chosen { get; set; } = [];

    /// <summary>Told when it is over.</summary>
    [Parameter] public EventCallback Ends { get; set; }

    /// <summary>Whether a record is made of them; else a copy; null before that is said.</summary>
    protected bool? IsRecord { get; private set; }

    /// <summary>In which language subject and minutes are.</summary>
    protected string Language { get; set; } = "en";

    /// <summary>What would be signed; null while it is filled in.</summary>
    protected RecordTextAnswer? Text { get; private set; }

    /// <summary>Whether words of another room are asked about.</summary>
    protected RefusedAnswer? Asked { get; private set; }

    /// <summary>The copy that was made.</summary>
    protected ExportAnswer? Copy { get; private set; }

    /// <summary>Whether the copy is shown as it would be, before it is made.</summary>
    protected bool IsSure { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        Language = L.Code;
    }

    /// <summary>Begins one of both.</summary>
    protected void Begin(bool isRecord) => (IsRecord, Text, Copy, Asked, IsSure, IsAgainstTerms, Refused, Done) =
        (isRecord, null, null, null, false, false, null, null);

    /// <summary>Whether they are conveyed to another room.</summary>
    protected bool IsConveying { get; private set; }

    /// <summary>Whether there is another room, to which something could be conveyed.</summary>
    protected bool HasElsewhere => (Line.Latest?.AllRooms.Concat(Line.Latest.Caucuses ?? []) ?? [])
        .Any(room => room.Status == "Open" && room.Room != Room.Room);

    /// <summary>Begins to convey them.</summary>
    protected void BeginConveying() => (IsConveying, Refused, Done) = (true, null, null);

    /// <summary>Back to choosing.</summary>
    protected void Leave() => (IsRecord, Text, Copy, Asked, IsSure, IsAgainstTerms, Refused, IsConveying) =
        (null, null, null, null, false, false, null, false);

    /// <summary>Has the desk make the text; nothing is signed.</summary>
    protected async Task LookAsync(bool isHere)
    {
        var minutes = filled["minutes"].Trim();
        var asked = new RecordQuestion([.. Chosen.Order()], Language,
            filled["subject"].Trim() + (minutes.Length == 0 ? "" : $"\n\n{minutes}"), isHere);
        Asked = null;
        Text = await AskAsync(() => Desk.PrepareRecordAsync(Room.Room, asked, Gone));
        if (Refused is { Asks: not null } doubted)
            (Asked, Refused) = (doubted, null);
    }

    /// <summary>Back to filling in.</summary>
    protected void Change() => (Text, Refused) = (null, null);

    /// <summary>Signs it first, and proposes it.</summary>
    protected async Task SignAsync()
    {
        if (Text is { } text && await AskAsync(() => Desk.SignAsync(Room.Room, text.Digest, Gone),
            "composer.in-doubt") is { } said)
        {
            Leave();
            Done = L.Text("sheet.done", ("n", (long)said.Order));
        }
    }

    /// <summary>Whether the terms of the room are against this copy, which is asked about.</summary>
    protected bool IsAgainstTerms { get; private set; }

    /// <summary>Makes the copy: it is in the register when its text is given.</summary>
    protected async Task CopyAsync(bool isMeant)
    {
        Copy = await AskAsync(() => Desk.CopyAsync(Room.Room,
            new([.. Chosen.Order()], filled["for"].Trim(), isMeant), Gone), "copies.in-doubt");
        if (Refused is { Asks: DoorQuestion.AgainstTerms })
            (IsAgainstTerms, Refused) = (true, null);
    }

    /// <summary>Saves its text as a file.</summary>
    protected async Task SaveAsync() => await Browser.InvokeVoidAsync("coulisse.save", Gone, $"copy-{Copy!.Number}.txt",
        Copy.Text);
}
