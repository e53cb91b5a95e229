namespace Coulisse.Screens.Desks;

/// <summary>Rooms in which some window of these screens holds words that can still be taken back.</summary>
internal sealed class HeldRooms
{
    private readonly Lock gate = new();
    private readonly List<string> rooms = [];

    internal void Add(string room)
    {
        lock (gate)
            rooms.Add(room);
    }

    internal void Remove(string room)
    {
        lock (gate)
            rooms.Remove(room);
    }

    internal bool Has(string room)
    {
        lock (gate)
            return rooms.Contains(room);
    }
}
