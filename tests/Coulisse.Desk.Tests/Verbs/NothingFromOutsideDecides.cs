using System.Net;
using System.Net.Sockets;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>
/// A settings file that lies where a program was started, a letter of the other side's by another name for instance,
/// opens no second door to it.
/// </summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class NothingFromOutsideDecides(Evening evening)
{
    [Fact]
    public async Task A_settings_file_beside_a_desk_or_a_station_opens_no_port()
    {
        var port = FreePort();
        var file = Path.Combine(evening.Folder, "appsettings.json");
        await File.WriteAllTextAsync(file, $$$"""
            { "urls": "http://127.0.0.1:{{{port}}}",
              "Kestrel": { "Endpoints": { "Open": { "Url": "http://127.0.0.1:{{{port}}}" } } } }
            """, TestContext.Current.CancellationToken);
        foreach (var server in (Server[])[evening.Adviser.Server, evening.Parties.A.Station])
        {
            await server.StopAsync();
            await server.StartAsync();
            Assert.False(await IsListenedAtAsync(port), $"{server.Log} opened it");
        }
        File.Delete(file);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> IsListenedAtAsync(int port)
    {
        using var caller = new TcpClient();
        try
        {
            await caller.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
