using Coulisse.Station.Storage;

namespace Coulisse.Station.Log;

/// <summary>What became of an authentic entry of the other side.</summary>
internal abstract record Arrival
{
    private Arrival()
    {
    }

    /// <summary>It is new and was stored.</summary>
    internal sealed record Stored : Arrival
    {
        internal static Stored Instance { get; } = new();
    }

    /// <summary>It is here already, or was.</summary>
    internal sealed record Known : Arrival
    {
        internal static Known Instance { get; } = new();
    }

    /// <summary>There is no room for it now: not stored, not acknowledged, to be sent again.</summary>
    internal sealed record NoRoom : Arrival
    {
        internal static NoRoom Instance { get; } = new();
    }

    /// <summary>It contradicts what is here.</summary>
    internal sealed record Contradicts(Freeze Freeze) : Arrival;
}
