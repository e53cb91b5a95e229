using System.Net;
using Coulisse.Wire.Tls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coulisse.Bench.Line;

/// <summary>Kestrel and the runtime's client as a station and its desks use them, with nothing behind: a body is read
/// and a short answer given.</summary>
internal static class BarePosts
{
    private const int Senders = 16;
    private const int BodyBytes = 1_300; // as a submission of one message of 500 B
    private const int AnswerBytes = 64;

    internal static async Task<double> PerSecondAsync(TimeSpan time, CancellationToken cancel)
    {
        using var tls = TlsIdentity.Generate();
        await using var server = Server(tls);
        await server.StartAsync(cancel);
        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        using var client = BareClient.To(new(address.First()), tls.PinOfKey);
        var latencies = new Latencies();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var senders = Enumerable.Range(0, Senders).Select(_ => SendAsync(client, latencies, done.Token)).ToList();
        await Task.Delay(time, cancel);
        await latencies.CountAsync(time, cancel);
        await done.CancelAsync();
        await Task.WhenAll(senders);
        await server.StopAsync(cancel);
        return latencies.Pace().PerSecond;
    }

    private static async Task SendAsync(HttpClient client, Latencies latencies, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            var begun = Latencies.Now;
            using var content = new ByteArrayContent(new byte[BodyBytes]);
            using var answer = await client.PostAsync(new Uri("/", UriKind.Relative), content, CancellationToken.None);
            await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
            latencies.Ended(begun);
        }
    }

    private static WebApplication Server(TlsIdentity tls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.UseHttps(tls.Certificate);
        }));
        var server = builder.Build();
        server.MapPost("/", async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            await context.Response.Body.WriteAsync(new byte[AnswerBytes], context.RequestAborted);
        });
        return server;
    }
}
