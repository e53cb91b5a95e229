namespace Coulisse.Desk.Door;

/// <summary>The latest alarms since the desk was opened, for whoever asks later.</summary>
internal sealed class NotedAlarms(TimeProvider time)
{
    private const int Max = 64;

    private readonly Queue<AlarmAnswer> alarms = [];

    internal void Note(DeskEffect.Alarm alarm)
    {
        lock (alarms)
        {
            if (alarms.Count == Max)
                alarms.Dequeue();
            alarms.Enqueue(new(time.GetUtcNow(), alarm.What.ToString(),
                alarm.Room.Value.Length == 0 ? null : alarm.Room.ToString(), DoorWords.Of(alarm.What)));
        }
    }

    internal IReadOnlyList<AlarmAnswer> All()
    {
        lock (alarms)
            return [.. alarms];
    }
}
