namespace Coulisse.World.Chance;

/// <summary>Virtual time: what is to happen, in order; nothing happens between.</summary>
public sealed class Agenda
{
    private readonly PriorityQueue<Action, (TimeSpan At, ulong Order)> due = new();
    private ulong order;

    public TimeSpan Now { get; private set; }

    public bool IsEmpty => due.Count == 0;

    /// <summary>When the next thing happens.</summary>
    public TimeSpan Next => due.TryPeek(out _, out var when) ? when.At : TimeSpan.MaxValue;

    public void At(TimeSpan when, Action action) => due.Enqueue(action, (when < Now ? Now : when, order++));

    public void After(TimeSpan wait, Action action) => At(Now + wait, action);

    /// <summary>Lets the next thing happen.</summary>
    public void Step()
    {
        if (!due.TryDequeue(out var action, out var when))
            throw new InvalidOperationException("Nothing is left to happen.");
        Now = when.At;
        action();
    }
}
