using System.Globalization;
using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Desks;
using Coulisse.Screens.Drawing;
using Coulisse.Screens.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Coulisse.Screens.Pages;

/// <summary>What the screen of a room shows: a stretch of its transcript, which follows what comes when it is the
/// last one. However long the transcript, no more than a stretch is held or drawn.</summary>
public abstract class RoomScreen : Watching
{
    /// <summary>How many messages are drawn at a time.</summary>
    public const int Stretch = 60;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private bool isReading;
    private bool isToldMeanwhile;

    /// <summary>The room's name, or its first digits.</summary>
    [Parameter] public string Name { get; set; } = "";

    /// <summary>The message to show, by its order.</summary>
    [SupplyParameterFromQuery] public long? At { get; set; }

    /// <summary>The room as the desk told it last; null if there is none.</summary>
    protected RoomAnswer? Room => Line.Room(Name);

    /// <summary>What is drawn; null until it is read.</summary>
    protected IReadOnlyList<MessageAnswer>? Messages { get; private set; }

    /// <summary>What the room's acts come to; null until it is read.</summary>
    protected TalkAnswer? Talk { get; private set; }

    /// <summary>The act that somebody has begun; null if none.</summary>
    protected WantedAct? Wanted { get; private set; }

    /// <summary>The message that somebody wants to speak of, with the words that are marked in it; null if
    /// none.</summary>
    protected (MessageAnswer Message, string Quote)? Spoken { get; private set; }

    /// <summary>What was done last.</summary>
    protected MessageAnswer? DoneLast { get; private set; }

    /// <summary>The order of the first message that is drawn.</summary>
    protected ulong From { get; private set; } = 1;

    /// <summary>Whether the newest message is drawn.</summary>
    protected bool IsAtEnd { get; private set; } = true;

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        if (At is { } at and > 0)
            return ShowAsync((ulong)at, isAtEnd: false);
        return NewestAsync();
    }

    /// <inheritdoc/>
    protected override Task OnToldAsync() => IsAtEnd ? NewestAsync() : ReadAsync();

    /// <summary>Half a stretch back.</summary>
    protected Task EarlierAsync() => ShowAsync(From > Stretch / 2 ? From - Stretch / 2 : 1, isAtEnd: false);

    /// <summary>Half a stretch on.</summary>
    protected Task LaterAsync() => From + Stretch * 3 / 2 > Total ? NewestAsync()
        : ShowAsync(From + Stretch / 2, isAtEnd: false);

    /// <summary>To the end, and on with it.</summary>
    protected Task NewestAsync() => ShowAsync(Total > Stretch ? Total - Stretch + 1 : 1, isAtEnd: true);

    /// <summary>To a message by its order.</summary>
    protected Task GoAsync(ChangeEventArgs typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return ulong.TryParse(typed.Value as string, CultureInfo.InvariantCulture, out var order) && order > 0
            ? ShowAsync(Math.Min(order, Math.Max(Total, 1)), isAtEnd: false) : Task.CompletedTask;
    }

    /// <summary>Begins an act.</summary>
    protected void Begin(WantedAct act) => (Wanted, Spoken, DoneLast) = (act, null, null);

    /// <summary>Begins to speak of a message, or of the words that are marked in it.</summary>
    protected async Task SpeakOfAsync(MessageAnswer message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var marked = await Browser.InvokeAsync<int[]>("coulisse.marked", Gone, (long)message.Order);
        var quote = marked is [var start, var end] ? VisibleText.Written(message.Text, start, end).Trim() : "";
        (Wanted, Spoken, DoneLast) = (null, (message, quote.Split('\n')[0].Trim()), null);
    }

    /// <summary>It was said, or given up.</summary>
    protected Task EndAsync(MessageAnswer? said)
    {
        (Wanted, Spoken, DoneLast) = (null, null, said);
        return OnToldAsync();
    }

    private ulong Total => Room?.Messages ?? 0;

    private Task ShowAsync(ulong from, bool isAtEnd)
    {
        (From, IsAtEnd) = (from, isAtEnd || Total < from + Stretch);
        return ReadAsync();
    }

    // One reading at a time; what was told meanwhile is read behind it.
    private async Task ReadAsync()
    {
        isToldMeanwhile = true;
        if (isReading || Room is not { } room)
            return;
        isReading = true;
        try
        {
            while (isToldMeanwhile)
            {
                isToldMeanwhile = false;
                var answer = await Desk.PageAsync(room.Room, From - 1, Stretch, Gone);
                if (answer is Answer<IReadOnlyList<MessageAnswer>>.Given given)
                    Messages = given.Value;
                if (await Desk.TalkAsync(room.Room, Gone) is Answer<TalkAnswer>.Given told)
                    Talk = told.Value;
            }
        }
        finally
        {
            isReading = false;
        }
    }
}
