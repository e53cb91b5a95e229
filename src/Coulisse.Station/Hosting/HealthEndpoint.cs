namespace Coulisse.Station.Hosting;

/// <summary>Whether the station takes: 200, or 503 while its file cannot be written. For its own side's
/// callers.</summary>
internal static class HealthEndpoint
{
    internal static void Map(IEndpointRouteBuilder station) => station.MapGet("/health", context =>
    {
        var isOurs = context.RequestServices.GetRequiredService<KnownCallers>().DeskOf(context) is not null;
        var isTaking = context.RequestServices.GetRequiredService<StationLoop>().IsTaking;
        context.Response.StatusCode = !isOurs ? StatusCodes.Status404NotFound
            : isTaking ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    });
}
