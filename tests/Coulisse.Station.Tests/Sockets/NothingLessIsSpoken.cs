using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Coulisse.Desk;
using Coulisse.Desk.StationLink;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Tests.Sockets;

/// <summary>Row 12: whoever stands between a desk and its station, or between two stations, cannot talk either into an
/// older or weaker way: there is none.</summary>
[Trait("Pace", "slow")]
[Trait("Row", "12")]
public sealed class NothingLessIsSpoken
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SslProtocols.Tls13, "h2", true)]
    [InlineData(SslProtocols.Tls12, "h2", false)]
    [InlineData(SslProtocols.Tls13, "http/1.1", false)]
    public async Task A_station_greets_in_the_newest_way_or_not_at_all(SslProtocols version, string over, bool greets)
    {
        await using var world = new TwoMachines(31);
        await world.StartStationAsync(Side.A);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, world.AddressOf(Side.A).Port, Cancel);
        await using var tls = new SslStream(socket.GetStream());
        var greeting = tls.AuthenticateAsClientAsync(new()
        {
            TargetHost = "station",
            EnabledSslProtocols = version,
            ApplicationProtocols = [new(over)],
            ClientCertificates = [world.DeskCertificate(Side.A)],
            RemoteCertificateValidationCallback = (_, shown, _, _) =>
                Wire.Tls.Pin.Of((X509Certificate2)shown!) == world.PinOf(Side.A),
        }, Cancel);
        Assert.Equal(greets, await SpeaksAsync(greeting, tls));
    }

    [Fact]
    public async Task A_station_says_nothing_without_TLS()
    {
        await using var world = new TwoMachines(32);
        await world.StartStationAsync(Side.A);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, world.AddressOf(Side.A).Port, Cancel);
        var stream = socket.GetStream();
        await stream.WriteAsync("GET /health HTTP/1.1\r\nHost: station\r\n\r\n"u8.ToArray(), Cancel);
        var answer = new byte[4_096];
        var length = 0;
        try
        {
            length = await stream.ReadAsync(answer, Cancel);
        }
        catch (IOException)
        {
            // it hangs up
        }
        Assert.DoesNotContain("HTTP/1.1 200", System.Text.Encoding.ASCII.GetString(answer, 0, length),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_speaks_to_the_pinned_key_or_to_nobody()
    {
        await using var world = new TwoMachines(33);
        await world.StartStationAsync(Side.A);
        using var stranger = TwoMachines.Certificate();
        using var wrong = new StationClient(world.AddressOf(Side.A), [Wire.Tls.Pin.Of(stranger)],
            world.DeskCertificate(Side.A));
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            await foreach (var _ in wrong.ListenAsync(Cancel))
                break;
        });
        using var plain = new StationClient(new UriBuilder(world.AddressOf(Side.A)) { Scheme = "http" }.Uri,
            [world.PinOf(Side.A)], world.DeskCertificate(Side.A));
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            await foreach (var _ in plain.ListenAsync(Cancel))
                break;
        });
    }

    // The greeting may end well on this side before the other has looked: what counts is whether anything is said.
    private static async Task<bool> SpeaksAsync(Task greeting, SslStream tls)
    {
        try
        {
            await greeting;
            await tls.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0"u8.ToArray(), Cancel);
            return await tls.ReadAsync(new byte[64], Cancel) > 0
                && tls.NegotiatedApplicationProtocol.ToString() == "h2";
        }
        catch (Exception ended) when (ended is AuthenticationException or IOException)
        {
            return false;
        }
    }
}
