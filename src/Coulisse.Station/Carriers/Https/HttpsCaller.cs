using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Coulisse.Crypto.Codec;
using Coulisse.Station.Hosting;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Tls;

namespace Coulisse.Station.Carriers.Https;

/// <summary>
/// One symmetric call: POST a bundle, get a bundle. HTTP/2, TLS 1.3, both keys pinned, no authority asked, no proxy, no
/// redirect, nothing compressed.
/// </summary>
internal sealed class HttpsCaller : ILineCaller, IDisposable
{
    private readonly Dictionary<LineId, (HttpClient Client, Uri Address)> others = [];
    private readonly ConcurrentDictionary<LineId, CallFailure> failures = [];

    public HttpsCaller(StationSettings settings)
    {
        foreach (var line in settings.Lines.Where(line => line.Address is not null))
            others[line.Terms.Id] = (Client(settings.Certificate, line.Pins),
                new(line.Address!, $"/line/{line.Terms.Id}"));
    }

    public async Task<Opaque?> CallAsync(LineId line, Opaque bundle, TimeSpan patience, CancellationToken cancel)
    {
        if (!others.TryGetValue(line, out var other))
            return null;
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        within.CancelAfter(patience);
        try
        {
            using var content = new ByteArrayContent(bundle.ToArray());
            using var request = new HttpRequestMessage(HttpMethod.Post, other.Address)
            {
                Content = content,
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            using var response = await other.Client.SendAsync(request, within.Token);
            failures[line] = response.StatusCode == HttpStatusCode.OK ? CallFailure.None : CallFailure.AnotherAnswer;
            return response.StatusCode == HttpStatusCode.OK
                ? Opaque.Owning(await response.Content.ReadAsByteArrayAsync(within.Token)) : null;
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or SocketException
            || (failed is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            failures[line] = failed switch
            {
                OperationCanceledException => CallFailure.TooSlow,
                HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                    CallFailure.KeyNotKnown,
                _ => CallFailure.NotReached,
            };
            return null;
        }
    }

    public CallFailure FailureOf(LineId line) => failures.GetValueOrDefault(line);

    public void Dispose()
    {
        foreach (var (client, _) in others.Values)
            client.Dispose();
    }

    private static HttpClient Client(X509Certificate2 own, IReadOnlyList<Opaque> pins) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        SslOptions = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = SslProtocols.Tls13,
            ClientCertificates = [own],
            LocalCertificateSelectionCallback = (_, _, _, _, _) => own,
            RemoteCertificateValidationCallback = (_, shown, _, _) =>
                shown is X509Certificate2 certificate && pins.Contains(Pin.Of(certificate)),
        },
    })
    {
        MaxResponseContentBufferSize = LineLimits.BundleBytesMax,
        Timeout = Timeout.InfiniteTimeSpan, // each call has its own patience
    };
}
