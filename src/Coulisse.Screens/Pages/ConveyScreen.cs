using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Drawing;
using Microsoft.AspNetCore.Components;

namespace Coulisse.Screens.Pages;

/// <summary>Words of one room are conveyed to another, perhaps on another line: chosen, looked at whole, and done once
/// the name of the party that will read them is typed.</summary>
public abstract class ConveyScreen : Asking
{
    private protected static readonly SheetField OwnWording = new("own-wording", FieldForm.Words, 8_000,
        IsOptional: true);

    private protected Filled filled = new();
    private protected string typed = "";

    /// <summary>Out of which room.</summary>
    [Parameter, EditorRequired] public RoomAnswer Room { get; set; } = null!;

    /// <summary>Which messages, by their numbers.</summary>
    [Parameter, EditorRequired] public IReadOnlyCollection<ulong> Chosen { get; set; } = [];

    /// <summary>Told when it is over.</summary>
    [Parameter] public EventCallback Ends { get; set; }

    /// <summary>Into which room, by its name; empty if none was chosen.</summary>
    protected string Into { get; private set; } = "";

    /// <summary>What would be conveyed; null while it is chosen.</summary>
    protected ConveyTextAnswer? Text { get; private set; }

    /// <summary>The message that it became; null before.</summary>
    protected MessageAnswer? Conveyed { get; private set; }

    /// <summary>Where it could go: what is open, but for the room in which it was said; other lines first.</summary>
    protected IReadOnlyList<(string With, RoomAnswer Room)> Targets => Line.Latest is not { } first ? []
        : [.. first.All.OrderBy(line => line.Rooms.Any(room => room.Room == Room.Room))
            .SelectMany(line => line.Rooms.Select(room => (line.Them, Room: room)))
            .Concat((first.Caucuses ?? []).Select(room => ("", Room: room)))
            .Where(one => one.Room.Status == "Open" && one.Room.Room != Room.Room)];

    /// <summary>Into this one.</summary>
    protected void Choose(RoomAnswer into)
    {
        ArgumentNullException.ThrowIfNull(into);
        (Into, Refused) = (into.Room, null);
    }

    /// <summary>Has the desk show it whole; nothing is conveyed.</summary>
    protected async Task LookAsync()
    {
        typed = "";
        Text = await AskAsync(() => Desk.LookAtConveyedAsync(Room.Room, Question, Gone));
    }

    /// <summary>Back to choosing.</summary>
    protected void Change() => (Text, Refused, IsAgainstTerms) = (null, null, false);

    /// <summary>Whether the terms of the room are against it, which is asked about.</summary>
    protected bool IsAgainstTerms { get; private set; }

    /// <summary>Conveys exactly what was shown.</summary>
    protected async Task ConveyAsync(bool isMeant)
    {
        if (Text is not { } text)
            return;
        Conveyed = await AskAsync(() => Desk.ConveyAsync(Room.Room,
            Question with { Digest = text.Digest, Typed = typed, IsAgainstTerms = isMeant }, Gone), "convey.in-doubt");
        if (Refused is { Asks: DoorQuestion.AgainstTerms })
            (IsAgainstTerms, Refused) = (true, null);
    }

    private ConveyQuestion Question => new([.. Chosen.Order()], Into,
        filled["own-wording"].Trim() is { Length: > 0 } own ? own : null);
}
