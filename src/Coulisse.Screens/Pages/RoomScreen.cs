using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Coulisse.Screens.Pages;

/// <summary>What the screen of a room of both sides shows; beside it, if that is wanted, a caucus of our own. There is
/// never more than one place to write in: for the other side, or among our own.</summary>
public abstract class RoomScreen : TranscriptScreen
{
    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <summary>The room's name, or its first digits.</summary>
    [Parameter] public string Name { get; set; } = "";

    /// <summary>The message to show, by its order.</summary>
    [SupplyParameterFromQuery] public long? At { get; set; }

    /// <summary>The caucus that is shown beside it, by its name; null for none.</summary>
    [SupplyParameterFromQuery(Name = "caucus")] public string? CaucusName { get; set; }

    /// <summary>Whether messages are chosen, for a record or a copy.</summary>
    [SupplyParameterFromQuery(Name = "choose")] public bool IsChoosing { get; set; }

    /// <summary>Those that are, by their numbers; kept while one looks at another stretch.</summary>
    protected SortedSet<ulong> Chosen { get; } = [];

    /// <inheritdoc/>
    protected override RoomAnswer? Room => Line.Room(Name);

    /// <summary>The caucus beside it.</summary>
    protected RoomAnswer? Caucus => CaucusName is { Length: > 0 } name ? Line.Caucus(name) : null;

    /// <summary>What our side begins to say of it among itself.</summary>
    protected WantedAct? Conferred { get; private set; }

    /// <summary>The message that somebody wants to speak of, with the words that are marked in it; null if
    /// none.</summary>
    protected (MessageAnswer Message, MarkedWords? Quote)? Spoken { get; private set; }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        if (At is { } at and > 0)
            return ShowAsync((ulong)at, isAtEnd: false);
        return NewestAsync();
    }

    /// <inheritdoc/>
    protected override void Begin(WantedAct act)
    {
        Spoken = null;
        base.Begin(act);
    }

    /// <summary>Chooses a message, or does not any more.</summary>
    protected void Choose(ulong order)
    {
        if (!Chosen.Remove(order))
            Chosen.Add(order);
    }

    /// <summary>Our side speaks of a message of this room among itself.</summary>
    protected void Confer(WantedAct act) => Conferred = act;

    /// <summary>Begins to speak of a message, or of the words that are marked in it.</summary>
    protected async Task SpeakOfAsync(MessageAnswer message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var marked = await Browser.InvokeAsync<int[]>("coulisse.marked", Gone, $"{Place.Mark(Room!)}{message.Order}");
        var quote = marked is [var start, var end] ? VisibleText.Marked(message.Text, start, end) : null;
        (Wanted, Spoken, DoneLast) = (null, (message, quote), null);
    }

    /// <inheritdoc/>
    protected override Task EndAsync(MessageAnswer? said)
    {
        Spoken = null;
        return base.EndAsync(said);
    }
}
