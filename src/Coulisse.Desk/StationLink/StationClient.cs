using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Tls;

namespace Coulisse.Desk.StationLink;

/// <summary>
/// The way to the own station: HTTP/2 over TLS 1.3, both keys pinned. What fails throws
/// <see cref="HttpRequestException"/>, <see cref="IOException"/> or, when the station dies between the connect and the
/// client's first look at the connection, a bare <see cref="System.Net.Sockets.SocketException"/>; the caller tries
/// again.
/// </summary>
public sealed class StationClient : IDisposable
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(10);

    private readonly HttpClient client;

    /// <summary>To a station with one of these pins, SHA-256 of its SubjectPublicKeyInfo.</summary>
    public StationClient(Uri station, IReadOnlyList<Opaque> pins, X509Certificate2 own)
    {
        client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            KeepAlivePingDelay = Pulse, // a pulled cable shows within seconds, not when the system gives up
            KeepAlivePingTimeout = Pulse,
            ConnectTimeout = Pulse,
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
            BaseAddress = station,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = Timeout.InfiniteTimeSpan, // the stream of deliveries has no end; calls bring their own token
        };
    }

    /// <summary>The station's verdict on an encoded submission.</summary>
    public async Task<Verdict> SubmitAsync(Opaque submission, CancellationToken cancel)
    {
        using var content = new ByteArrayContent(submission.ToArray());
        using var response = await client.PostAsync(new Uri("/desk/submissions", UriKind.Relative), content, cancel)
            .ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return Decode<Verdict>(await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false));
    }

    /// <summary>Tells what was processed.</summary>
    public async Task ReportAsync(LineId line, WireList<LogReport> reports, CancellationToken cancel)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        WireList.Write(new TlsWriter(bytes), reports);
        using var content = new ByteArrayContent(bytes.WrittenSpan.ToArray());
        using var response = await client.PostAsync(new Uri($"/desk/reports/{line}", UriKind.Relative), content, cancel)
            .ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Gives a restored station back what a desk keeps for it, one after another.</summary>
    public async Task OfferAsync(LineId line, IReadOnlyList<DeskOffer> offers, CancellationToken cancel)
    {
        foreach (var offer in offers)
        {
            using var content = new ByteArrayContent(WireValue.Encode(offer).ToArray());
            using var response = await client.PostAsync(new Uri($"/desk/offers/{line}", UriKind.Relative), content,
                cancel).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Whatever the station gives, until the stream ends.</summary>
    public async IAsyncEnumerable<Delivery> ListenAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        using var response = await client.GetAsync(new Uri("/desk/deliveries", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        var length = new byte[4];
        while (await stream.ReadAtLeastAsync(length, 4, throwOnEndOfStream: false, cancel).ConfigureAwait(false) == 4)
        {
            var bytes = BinaryPrimitives.ReadInt32BigEndian(length);
            if (bytes is <= 0 or > Delivery.BytesMax)
                throw new HttpRequestException("The station gives something longer than a delivery.");
            var delivery = new byte[bytes];
            await stream.ReadExactlyAsync(delivery, cancel).ConfigureAwait(false);
            yield return Decode<Delivery>(delivery);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static T Decode<T>(byte[] bytes)
        where T : IWireValue<T>
    {
        try
        {
            return WireValue.Decode<T>(bytes);
        }
        catch (DecodeException broken)
        {
            throw new HttpRequestException("The station answers in a way that this version does not know.", broken);
        }
    }
}
