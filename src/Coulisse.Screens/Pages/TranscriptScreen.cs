using System.Globalization;
using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Desks;
using Coulisse.Screens.Drawing;
using Microsoft.AspNetCore.Components;

namespace Coulisse.Screens.Pages;

/// <summary>A stretch of a transcript, which follows what comes when it is the last one. However long the transcript,
/// no more than a stretch is held or drawn.</summary>
public abstract class TranscriptScreen : Watching
{
    /// <summary>How many messages are drawn at a time.</summary>
    public const int Stretch = 60;

    private readonly Rereading page;

    /// <summary>Nothing is read yet.</summary>
    protected TranscriptScreen() => page = new(ReadPageAsync);

    /// <summary>The room as the desk told it last; null if there is none.</summary>
    protected abstract RoomAnswer? Room { get; }

    /// <summary>What is drawn; null until it is read.</summary>
    protected IReadOnlyList<MessageAnswer>? Messages { get; private set; }

    /// <summary>What the room's acts come to; null until it is read.</summary>
    protected TalkAnswer? Talk { get; private set; }

    /// <summary>The act that somebody has begun; null if none.</summary>
    protected WantedAct? Wanted { get; private protected set; }

    /// <summary>What was done last.</summary>
    protected MessageAnswer? DoneLast { get; private protected set; }

    /// <summary>The order of the first message that is drawn.</summary>
    protected ulong From { get; private set; } = 1;

    /// <summary>Whether the newest message is drawn.</summary>
    protected bool IsAtEnd { get; private set; } = true;

    /// <inheritdoc/>
    protected override Task OnToldAsync() => IsAtEnd ? NewestAsync() : page.ReadAsync();

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

    /// <summary>To the first message that was here at the beginning of a day, or after it.</summary>
    protected async Task GoToDayAsync(ChangeEventArgs chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        if (Room is { } room && DateOnly.TryParseExact(chosen.Value as string, "yyyy-MM-dd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && await Desk.FirstOnAsync(room.Room, Words.Speech.Beginning(day), Gone) is Answer<PlaceAnswer>.Given at)
            await ShowAsync(Math.Max(at.Value.Order, 1), isAtEnd: false);
    }

    /// <summary>Begins an act.</summary>
    protected virtual void Begin(WantedAct act) => (Wanted, DoneLast) = (act, null);

    /// <summary>It was said, or given up.</summary>
    protected virtual Task EndAsync(MessageAnswer? said)
    {
        (Wanted, DoneLast) = (null, said);
        return OnToldAsync();
    }

    private protected Task ShowAsync(ulong from, bool isAtEnd)
    {
        (From, IsAtEnd) = (from, isAtEnd || Total < from + Stretch);
        return page.ReadAsync();
    }

    private ulong Total => Room?.Messages ?? 0;

    private async Task ReadPageAsync()
    {
        if (Room is not { } room)
            return;
        var answer = await Desk.PageAsync(room.Room, From - 1, Stretch, Gone);
        if (answer is Answer<IReadOnlyList<MessageAnswer>>.Given given)
            Messages = given.Value;
        if (Talk is null)
            StateHasChanged(); // in a long room its acts are not looked through yet, and its words are there
        if (await Desk.TalkAsync(room.Room, Gone) is Answer<TalkAnswer>.Given told)
            Talk = told.Value;
    }
}
