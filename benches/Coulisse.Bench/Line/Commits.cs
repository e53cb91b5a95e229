using System.Globalization;
using System.Net.Sockets;

namespace Coulisse.Bench.Line;

/// <summary>How often a station has committed, as it tells its own desks.</summary>
internal sealed class Commits(StationOnDisk station) : IDisposable
{
    private readonly HttpClient client = BareClient.To(station.Address, station.Pin, station.Desks[0].Tls.Certificate);

    internal async Task<ulong> CountAsync(CancellationToken cancel)
    {
        var words = await client.GetStringAsync(new Uri("/health", UriKind.Relative), cancel);
        return ulong.Parse(words.AsSpan(words.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture);
    }

    /// <summary>Returns when the station takes.</summary>
    internal async Task UntilTakingAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await CountAsync(cancel);
                return;
            }
            catch (Exception failed) when (failed is HttpRequestException or IOException or SocketException)
            {
                await Task.Delay(20, cancel);
            }
        }
    }

    public void Dispose() => client.Dispose();
}
