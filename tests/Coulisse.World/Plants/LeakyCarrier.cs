using Coulisse.Crypto.Codec;
using Coulisse.Wire.Lines;
using Coulisse.World.Stations;

namespace Coulisse.World.Plants;

/// <summary>Puts behind a bundle what own desks have last said among themselves; a writer of bundles would refuse
/// it.</summary>
internal static class LeakyCarrier
{
    internal static Opaque Carry(Opaque bundle, StationPair stations)
    {
        var station = stations.StationOf(Side.A);
        return station.Disk.Last(station.Home) is { Length: > 0 } leak
            ? Opaque.CopyOf([.. bundle.Span, .. leak.Span]) : bundle;
    }
}
