using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk;
using Coulisse.Desk.Keys;
using Coulisse.Desk.StationLink;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Wire.Tls;
using Coulisse.Station.Hosting;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Microsoft.AspNetCore.Builder;

namespace Coulisse.Station.Tests.Sockets;

/// <summary>Two real stations on loopback with their files, and a real desk at each, over TLS with pinned
/// keys.</summary>
public sealed class TwoMachines : IAsyncDisposable
{
    private readonly Pair pair;
    private readonly Cast cast;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-two-");
    private readonly Dictionary<Side, X509Certificate2> certificates = [];
    private readonly Dictionary<Side, X509Certificate2> deskCertificates = [];
    private readonly Dictionary<Side, int> ports = [];
    private readonly Dictionary<Side, WebApplication> stations = [];
    private readonly Dictionary<Side, DeskIdentity> identities = [];
    private readonly Dictionary<Side, SimulatedVault> vaults = [];
    private readonly Dictionary<Side, DeskCores> cores = [];
    private readonly Dictionary<Side, DeskLoop> desks = [];
    private readonly List<IDisposable> owned = [];

    public TwoMachines(ulong number)
    {
        var seed = new Seed(number);
        pair = new(seed);
        cast = new(pair, seed, each: 1, Ciphersuite.PostQuantum(0xf002));
        foreach (var side in (Side[])[Side.A, Side.B])
        {
            certificates[side] = Certificate();
            deskCertificates[side] = Certificate();
            ports[side] = FreePort();
            identities[side] = cast.Desks[side == Side.A ? 0 : 1];
            vaults[side] = new();
        }
    }

    public LineId Line => pair.Line;

    /// <summary>Between the stations, if there is one: A calls over it, and B waits to be called.</summary>
    public NarrowWay? Way { get; private set; }

    public DeskLoop Desk(Side side) => desks[side];

    public DeskCore Core(Side side) => cores[side].Line;

    public DeskIdentity IdentityOf(Side side) => identities[side];

    public string FileOf(Side side) => Path.Combine(folder.FullName, $"{side}.station");

    public Uri AddressOf(Side side) => new($"https://127.0.0.1:{ports[side]}");

    public Opaque PinOf(Side side) => Pin.Of(certificates[side]);

    public X509Certificate2 DeskCertificate(Side side) => deskCertificates[side];

    public static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=station", key, HashAlgorithmName.SHA256);
        var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    public Task StartOverANarrowWayAsync()
    {
        Way = new(ports[Side.B]);
        return StartAsync();
    }

    public async Task StartAsync()
    {
        foreach (var side in (Side[])[Side.A, Side.B])
        {
            await StartStationAsync(side);
            StartDesk(side);
        }
    }

    public async Task StartStationAsync(Side side)
    {
        var desk = identities[side].Id;
        stations[side] = StationServer.Build(new()
        {
            File = FileOf(side),
            Listen = new(IPAddress.Loopback, ports[side]),
            Certificate = certificates[side],
            Lines =
            [
                new()
                {
                    Terms = Way is null || side == Side.A ? pair.TermsOf(side) : pair.AnsweringTermsOf(side),
                    Address = Way is { } way && side == Side.A ? new($"https://127.0.0.1:{way.Port}")
                        : side == Side.B && Way is not null ? null : AddressOf(side.Other()),
                    Pins = [PinOf(side.Other())],
                    Desks = [desk],
                    DeskPins = new Dictionary<Opaque, Opaque> { [desk] = Pin.Of(deskCertificates[side]) },
                },
            ],
        }, TimeProvider.System);
        await stations[side].StartAsync();
    }

    public async Task StopStationAsync(Side side)
    {
        await stations[side].StopAsync();
        await stations[side].DisposeAsync();
        stations.Remove(side);
    }

    public void StartDesk(Side side)
    {
        var client = new StationClient(AddressOf(side), [PinOf(side)], deskCertificates[side]);
        owned.Add(client);
        cores[side] = new(identities[side], vaults[side].Open(), new SystemRandom());
        desks[side] = new(cores[side], client,
            new WitnessFile(Path.Combine(folder.FullName, $"{side}.witness")), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in desks.Values)
            await desk.DisposeAsync();
        foreach (var side in stations.Keys.ToList())
            await StopStationAsync(side);
        if (Way is not null)
            await Way.DisposeAsync();
        foreach (var core in cores.Values)
            core.Dispose();
        foreach (var one in owned)
            one.Dispose();
        cast.Dispose();
        pair.Dispose();
        folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
