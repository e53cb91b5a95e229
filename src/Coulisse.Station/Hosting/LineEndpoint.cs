using Coulisse.Crypto.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Hosting;

/// <summary>POST a bundle, get a bundle: what the other station of a line calls.</summary>
internal static class LineEndpoint
{
    internal static void Map(IEndpointRouteBuilder station) => station.MapPost("/line/{line}", HandleAsync);

    private static async Task HandleAsync(HttpContext context)
    {
        var services = context.RequestServices;
        if (!Opaque.TryFromHex(context.Request.RouteValues["line"] as string, LineId.Bytes, out var id)
            || !services.GetRequiredService<KnownCallers>().IsStationOf(new(id), context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var cancel = context.RequestAborted;
        if (await RequestBody.ReadAsync(context.Request, LineLimits.BundleBytesMax, cancel) is not { } bundle)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        try
        {
            var reply = await services.GetRequiredService<StationLoop>().ReceiveAsync(new(id), bundle, cancel);
            context.Response.ContentLength = reply.Length;
            await context.Response.Body.WriteAsync(reply.ToArray(), cancel);
        }
        catch (StoreFailedException)
        {
            context.Response.StatusCode = StatusCodes.Status507InsufficientStorage;
        }
    }
}
