using Coulisse.Door;
using Coulisse.Screens.Acts;
using Coulisse.Screens.Drawing;
using Coulisse.Screens.Words;
using Microsoft.AspNetCore.Components;

namespace Coulisse.Screens.Pages;

/// <summary>What is known of the line, now and over time, and what stands on it in any of its rooms.</summary>
public abstract class LineScreen : Watching
{
    /// <summary>So much of the log is shown at first.</summary>
    protected const int LogShown = 12;

    private readonly Dictionary<string, TalkAnswer> talks = [];
    private readonly Rereading past;

    /// <summary>Nothing is read yet.</summary>
    protected LineScreen() => past = new(ReadPastAsync);

    /// <summary>Which line, by its identifier; null for the first one.</summary>
    [Parameter] public string? Which { get; set; }

    private protected LineAnswer? Shown => Line.Of(Which);

    /// <summary>What the desk knows of it over time; null until it is read.</summary>
    protected LinePastAnswer? Past { get; private set; }

    /// <summary>How much of it is drawn.</summary>
    protected int Hours { get; set; }

    /// <summary>How much may be drawn.</summary>
    protected static IReadOnlyList<int> HoursToChoose { get; } = [1, 24, 7 * 24, 30 * 24];

    /// <summary>Whether the whole log is shown.</summary>
    protected bool IsWhole { get; set; }

    private protected PastWindow? Window => Past is null || Hours == 0 ? null : new(Past, Time.GetUtcNow(), Hours);

    /// <summary>The states that it was in, the latest first.</summary>
    protected IReadOnlyList<LineSpanAnswer> Log => [.. (Past?.Spans ?? []).Reverse()];

    private protected IEnumerable<(RoomAnswer Room, MatterAnswer Matter)> Of(MatterPage page) =>
        (Shown?.Rooms ?? []).Where(room => talks.ContainsKey(room.Room)).SelectMany(room =>
            talks[room.Room].Matters.Where(one => page.Kinds.Contains(one.Kind)).Reverse().Select(one => (room, one)));

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => OnToldAsync();

    /// <inheritdoc/>
    protected override Task OnToldAsync() => past.ReadAsync();

    private async Task ReadPastAsync()
    {
        if (Shown is not { } shown)
            return;
        if (await Desk.PastAsync(shown.Line, Gone) is Answer<LinePastAnswer>.Given told)
        {
            Past = told.Value;
            if (Hours == 0)
                Hours = HoursToChoose[Past.Spans is [var first, ..]
                    && Time.GetUtcNow() - first.From > TimeSpan.FromHours(1) ? 1 : 0];
        }
        foreach (var room in shown.Rooms)
        {
            if (await Desk.TalkAsync(room.Room, Gone) is Answer<TalkAnswer>.Given talk)
                talks[room.Room] = talk.Value;
        }
    }
}
