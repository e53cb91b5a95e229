using System.Security.Authentication;
using Coulisse.Station.Carriers.Https;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Tls;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Coulisse.Station.Hosting;

/// <summary>A station that listens: Kestrel, HTTP/2, TLS 1.3, every client known by its key before it is
/// heard.</summary>
public static class StationServer
{
    private const int ConnectionsMax = 512;

    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PulsePatience = TimeSpan.FromSeconds(60); // behind a bundle on a slow carrier
    private static readonly TimeSpan ShutdownPatience = TimeSpan.FromSeconds(5);

    /// <summary>Puts a station together; the caller starts, stops and disposes it.</summary>
    public static WebApplication Build(StationSettings settings, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var callers = new KnownCallers(settings);
        var builder = WebApplication.CreateEmptyBuilder(new()); // its folder and its flags decide, nothing else
        builder.Logging.AddProvider(new StationLog(settings.Log, time));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Coulisse", LogLevel.Information);
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration()
            .ConfigureKestrel(options => Listen(options, settings, callers));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownPatience);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(callers);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<ILineCaller, HttpsCaller>();
        builder.Services.AddSingleton<StationLoop>();
        builder.Services.AddHostedService(services => services.GetRequiredService<StationLoop>());
        var station = builder.Build();
        LineEndpoint.Map(station);
        DeskEndpoints.Map(station);
        HealthEndpoint.Map(station);
        return station;
    }

    private static void Listen(KestrelServerOptions options, StationSettings settings, KnownCallers callers)
    {
        options.AddServerHeader = false;
        options.Limits.MaxConcurrentConnections = ConnectionsMax;
        options.Limits.Http2.KeepAlivePingDelay = Pulse;
        options.Limits.Http2.KeepAlivePingTimeout = PulsePatience;
        options.Limits.MaxRequestBodySize = LineLimits.BundleBytesMax;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
        options.Listen(settings.Listen, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificate = settings.Certificate,
                SslProtocols = SslProtocols.Tls13,
                ClientCertificateMode = ClientCertificateMode.RequireCertificate,
                ClientCertificateValidation = (certificate, _, _) => callers.IsKnown(Pin.Of(certificate)),
            });
        });
    }
}
