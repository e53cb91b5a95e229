using Coulisse.Crypto.Codec;

namespace Coulisse.Station.Hosting;

/// <summary>Reads what a caller sent.</summary>
internal static class RequestBody
{
    /// <summary>The whole body; null if it is longer than allowed.</summary>
    internal static async Task<Opaque?> ReadAsync(HttpRequest request, int bytesMax, CancellationToken cancel)
    {
        if (request.ContentLength > bytesMax)
            return null;
        using var body = new MemoryStream((int)(request.ContentLength ?? 4_096));
        var piece = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(piece, cancel)) > 0;)
        {
            if (body.Length + read > bytesMax)
                return null;
            body.Write(piece, 0, read);
        }
        return Opaque.Owning(body.ToArray());
    }
}
