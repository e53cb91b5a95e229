using Coulisse.Crypto.Codec;
using Coulisse.Wire.Tls;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Hosting;

/// <summary>Who may call: the other station of each line, and the own desks. Nobody else is heard at all.</summary>
internal sealed class KnownCallers
{
    private readonly Dictionary<Opaque, Opaque> desks;
    private readonly HashSet<(LineId Line, Opaque Pin)> stations;

    public KnownCallers(StationSettings settings)
    {
        desks = settings.Lines.SelectMany(line => line.DeskPins).DistinctBy(one => one.Value)
            .ToDictionary(one => one.Value, one => one.Key);
        stations = [.. settings.Lines.SelectMany(line => line.Pins.Select(pin => (line.Terms.Id, pin)))];
    }

    internal bool IsKnown(Opaque pin) => desks.ContainsKey(pin) || stations.Any(station => station.Pin == pin);

    /// <summary>The desk that calls; null if it is none.</summary>
    internal Opaque? DeskOf(HttpContext context) =>
        PinOf(context) is { } pin && desks.TryGetValue(pin, out var desk) ? desk : null;

    /// <summary>Whether it is this line's other station that calls.</summary>
    internal bool IsStationOf(LineId line, HttpContext context) =>
        PinOf(context) is { } pin && stations.Contains((line, pin));

    private static Opaque? PinOf(HttpContext context) =>
        context.Connection.ClientCertificate is { } certificate ? Pin.Of(certificate) : null;
}
