using Coulisse.Station;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Desks;

/// <summary>Two stations and a few scribes on each side: the line by itself.</summary>
public sealed class ScribeWorld
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly List<Scribe> scribes = [];
    private readonly int each;

    public ScribeWorld(Seed seed, Pair pair, Weather weather, int desks, LineWindow? window = null)
    {
        each = desks;
        Stations = new(seed, pair, weather, window)
        {
            Given = (connection, delivery) => scribes[(int)connection - 1].Given(delivery),
            Answered = (ticket, verdict) => scribes[(int)ticket - 1].Answered(verdict),
            CameBack = station => Come(station.Side),
        };
        foreach (var station in Stations.Stations)
        {
            for (var number = 0; number < desks; number++)
                scribes.Add(new(station, pair.Line, Stations.Random(16), connection: (ulong)scribes.Count + 1));
            foreach (var scribe in ScribesOf(station.Side))
                station.Happens(new StationEvent.DeskEnrolled(pair.Line, scribe.Desk));
            Come(station.Side);
        }
        Stations.Agenda.After(Patience, Again);
    }

    public StationPair Stations { get; }

    public IReadOnlyList<Scribe> Scribes => scribes;

    public IEnumerable<Scribe> ScribesOf(Side side) => side == Side.A ? scribes.Take(each) : scribes.Skip(each);

    private void Come(Side side)
    {
        foreach (var scribe in ScribesOf(side))
            scribe.Come();
    }

    // A desk asks again for what it has no answer to.
    private void Again()
    {
        foreach (var scribe in scribes)
            scribe.Submit();
        Stations.Agenda.After(Patience, Again);
    }
}
