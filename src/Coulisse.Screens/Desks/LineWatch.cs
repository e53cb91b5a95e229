using Coulisse.Door;

namespace Coulisse.Screens.Desks;

/// <summary>Follows the desk for all windows: what it told last, and whether it is there.</summary>
internal sealed class LineWatch(DeskDoor desk, TimeProvider time, IHostApplicationLifetime program) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(500);

    /// <summary>A desk that is gone for so long does not come back to these screens.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Told on a thread of its own.</summary>
    internal event Action? Changed;

    /// <summary>What the desk told last; null until it has told something.</summary>
    internal LineAnswer? Latest { get; private set; }

    internal bool IsThere { get; private set; }

    /// <summary>Since when it is there, or not.</summary>
    internal DateTimeOffset Since { get; private set; } = time.GetUtcNow();

    /// <summary>The line whose identifier begins so; with nothing given, the first one.</summary>
    internal LineAnswer? Of(string? begins) => Latest?.All.FirstOrDefault(one => string.IsNullOrEmpty(begins)
        || one.Line.StartsWith(begins, StringComparison.Ordinal));

    /// <summary>The line that a room is on.</summary>
    internal LineAnswer? WithRoom(string room) => Latest?.All.FirstOrDefault(line =>
        line.Rooms.Any(one => one.Room == room));

    /// <summary>One of both sides; never one of our side alone.</summary>
    internal RoomAnswer? Room(string begins) => Latest?.AllRooms.FirstOrDefault(one =>
        one.Room.StartsWith(begins, StringComparison.Ordinal));

    /// <summary>One of our side alone; never one that the other side reads.</summary>
    internal RoomAnswer? Caucus(string begins) => Latest?.Caucuses?.FirstOrDefault(one =>
        one.Room.StartsWith(begins, StringComparison.Ordinal));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await foreach (var told in desk.FollowAsync(stoppingToken))
            {
                Latest = told;
                Be(there: true);
                Changed?.Invoke();
            }
            if (Be(there: false))
                Changed?.Invoke();
            if (time.GetUtcNow() - Since > Patience)
                program.StopApplication();
            await Task.Delay(Again, time, stoppingToken);
        }
    }

    private bool Be(bool there)
    {
        if (there == IsThere)
            return false;
        (IsThere, Since) = (there, time.GetUtcNow());
        return true;
    }
}
