using Coulisse.Door;
using Coulisse.Screens.Hosting;
using Coulisse.Screens.Words;

namespace Coulisse.Screens.Desks;

/// <summary>
/// What was said at this window and can still be taken back. The words lie in the desk's vault; here is only the time.
/// Nothing goes but what a window that is open, joined and not locked lets go: whatever else happens, they stay in the
/// vault and are shown as not sent.
/// </summary>
internal sealed class Holding : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly List<HeldSaying> all = [];
    private readonly HashSet<string> drawn = [];
    private readonly DeskDoor desk;
    private readonly Habits habits;
    private readonly HeldRooms everywhere;
    private readonly ScreenLock screens;
    private readonly TimeProvider time;
    private bool isAway;

    public Holding(DeskDoor desk, Habits habits, HeldRooms everywhere, ScreenLock screens, TimeProvider time)
    {
        (this.desk, this.habits, this.everywhere, this.screens, this.time) =
            (desk, habits, everywhere, screens, time);
        screens.Changed += LookAtLock;
    }

    /// <summary>Told on any thread, whenever something moved or a second has gone.</summary>
    internal event Action? Changed;

    /// <summary>What is held, the earliest first.</summary>
    internal IReadOnlyList<HeldSaying> All
    {
        get
        {
            lock (gate)
                return [.. all];
        }
    }

    /// <summary>What is held in rooms that no composer of this window shows.</summary>
    internal IReadOnlyList<HeldSaying> Aside
    {
        get
        {
            lock (gate)
                return [.. all.Where(one => !drawn.Contains(one.Room.Room))];
        }
    }

    /// <summary>What is held in a room; null if nothing is.</summary>
    internal HeldSaying? In(string room) => All.FirstOrDefault(one => one.Room.Room == room);

    /// <summary>Whether somebody can be at this window: it is open, joined and not locked.</summary>
    internal bool IsWatched
    {
        get
        {
            lock (gate)
                return !isAway && !screens.IsLocked;
        }
    }

    /// <summary>Whether some other window holds something in a room.</summary>
    internal bool IsElsewhere(string room) => In(room) is null && everywhere.Has(room);

    /// <summary>How many seconds are left, begun ones included.</summary>
    internal long Seconds(HeldSaying held) =>
        Math.Max(0, (long)Math.Ceiling(time.GetElapsedTime(time.GetTimestamp(), held.Until).TotalSeconds));

    /// <summary>A composer shows a room from now on, or no more.</summary>
    internal void Show(string room, bool isShown)
    {
        lock (gate)
        {
            if (isShown ? !drawn.Add(room) : !drawn.Remove(room))
                return;
        }
        Changed?.Invoke();
    }

    /// <summary>Holds words for as long as is usual here; without a wait they go at once, and have gone, or not, when
    /// this returns.</summary>
    internal async Task<Answer<DraftAnswer>> HoldAsync(
        RoomAnswer room, string text, bool isMeant, CancellationToken cancel)
    {
        var answer = await desk.HoldAsync(room, text, isMeant, cancel);
        if (answer is not Answer<DraftAnswer>.Given)
            return answer;
        var seconds = habits.HeldSeconds;
        lock (gate)
        {
            if (!IsWatched)
                return answer; // nobody is at this window any more: they stay where they are
            all.FindAll(one => one.Room.Room == room.Room).ForEach(Forget);
            all.Add(new(room, text, isMeant, time.GetTimestamp() + seconds * time.TimestampFrequency));
            everywhere.Add(room.Room);
        }
        if (seconds == 0)
            await LetGoAsync(room.Room);
        else
            _ = CountAsync(room.Room);
        Changed?.Invoke();
        return answer;
    }

    /// <summary>Does not wait any longer.</summary>
    internal Task SendNowAsync(string room) => LetGoAsync(room);

    /// <summary>Takes them back, if they have not gone: the desk still has to be told.</summary>
    internal bool Undo(string room) => Remove(one => one.Room.Room == room && one.State == HeldState.Counting) > 0;

    /// <summary>Lets go of what was refused or is in doubt: whoever asks looks at the desk themselves.</summary>
    internal void Drop(string room) =>
        Remove(one => one.Room.Room == room && one.State is HeldState.Refused or HeldState.InDoubt);

    /// <summary>Nobody is at this window, or nobody can be seen to be, until they come back: nothing of it
    /// goes.</summary>
    internal void Leave()
    {
        lock (gate)
            isAway = true;
        Remove(one => one.State == HeldState.Counting);
    }

    /// <summary>They came back.</summary>
    internal void Return()
    {
        lock (gate)
            isAway = false;
        Changed?.Invoke();
    }

    public void Dispose()
    {
        screens.Changed -= LookAtLock;
        Leave();
        Remove(_ => true);
    }

    private void LookAtLock()
    {
        if (screens.IsLocked)
            Remove(one => one.State == HeldState.Counting);
    }

    private int Remove(Predicate<HeldSaying> which)
    {
        List<HeldSaying> removed;
        lock (gate)
        {
            removed = all.FindAll(which);
            removed.ForEach(Forget);
        }
        if (removed.Count > 0)
            Changed?.Invoke();
        return removed.Count;
    }

    private void Forget(HeldSaying held)
    {
        all.Remove(held);
        everywhere.Remove(held.Room.Room);
    }

    // Ends by itself: what it counts goes, or is taken from here.
    private async Task CountAsync(string room)
    {
        for (var told = long.MaxValue; In(room) is { State: HeldState.Counting } held;)
        {
            var left = Seconds(held);
            if (left == 0)
            {
                await LetGoAsync(room);
                return;
            }
            if (left != told)
                Changed?.Invoke();
            told = left;
            await Task.Delay(Tick, time);
        }
    }

    private async Task LetGoAsync(string room)
    {
        HeldSaying held;
        lock (gate)
        {
            var at = all.FindIndex(one => one.Room.Room == room && one.State == HeldState.Counting);
            if (at < 0)
                return;
            held = all[at] = all[at] with { State = HeldState.Going };
        }
        Changed?.Invoke();
        var answer = await desk.LetGoAsync(held.Room, held.Text, held.IsMeant, CancellationToken.None);
        lock (gate)
        {
            if (answer is Answer<MessageAnswer>.Given)
                Forget(held);
            else if (all.Remove(held)) // unless the window is gone
                all.Add(answer is Answer<MessageAnswer>.Refused refused
                    ? held with { State = HeldState.Refused, Why = refused.Why }
                    : held with { State = HeldState.InDoubt });
        }
        Changed?.Invoke();
    }
}
