using Coulisse.Desk.Rooms;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>Whoever was cut off cannot know whether their words were taken; said again within ten minutes, they are
/// asked about.</summary>
internal static class SaidBefore
{
    private const int Latest = 256;

    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    /// <summary>Why these words are not said once more without asking; null if nothing speaks against it.</summary>
    internal static string? Of(DeskCore core, RoomId room, string text, DateTimeOffset now)
    {
        var shown = core.ViewOf(room)?.Shown ?? 0;
        var (order, last) = core.TranscriptOf(room, shown - Math.Min(shown, Latest), Latest)
            .LastOrDefault(one => one.Heard.Desk == core.Id);
        return last is null || last.Text != text || now - last.Written >= JustNow ? null
            : $"These very words were said from here at {last.Written.ToLocalTime():HH:mm:ss}: message {order}, "
                + $"{DoorWords.Of(last.Rung)}. To say them once more: --again";
    }
}
