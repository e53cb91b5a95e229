using System.Globalization;

namespace Coulisse.Station.Hosting;

/// <summary>Whether the station takes: 200 and how often it has committed, or 503 while its file cannot be written.
/// For its own side's callers.</summary>
internal static class HealthEndpoint
{
    internal static void Map(IEndpointRouteBuilder station) => station.MapGet("/health", async context =>
    {
        var loop = context.RequestServices.GetRequiredService<StationLoop>();
        if (context.RequestServices.GetRequiredService<KnownCallers>().DeskOf(context) is null)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (!loop.IsTaking)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else
            await context.Response.WriteAsync(
                string.Create(CultureInfo.InvariantCulture, $"commits {loop.Commits}"), context.RequestAborted);
    });
}
