using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Coulisse.Signals.Site;

/// <summary>What one connection may ask of the server (design rows on slow and greedy clients).</summary>
internal static class KestrelLimits
{
    public const int ConnectionsMax = 2_000;
    public const long RequestBytesMax = 4 << 20;

    public static void Apply(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = ConnectionsMax;
        limits.MaxRequestBodySize = RequestBytesMax;
        limits.MaxRequestHeadersTotalSize = 16 << 10;
        limits.MaxRequestLineSize = 4 << 10;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.Http2.MaxStreamsPerConnection = 64;
    }
}
