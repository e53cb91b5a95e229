using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coulisse.Signals.Tests.Hostile.Routes;

/// <summary>One route of the running page, as its own list of endpoints has it.</summary>
/// <param name="Asks">A form sent here must carry its antiforgery field.</param>
internal sealed partial record PageRoute(string Method, string Pattern, bool Asks)
{
    public string Name => $"{Method} {Pattern}";

    public bool IsPost => Method == "POST";

    /// <summary>An address of this route on a <see cref="PeopledPage"/>: its first item, first comment (the
    /// editor's).</summary>
    public string Address => Pattern is "/{language:length(2,35)}/{item:long}/{slug?}"
        ? PeopledPage.ItemAddress
        : Parameter().Replace(Pattern, hole => hole.Groups[1].Value switch
        {
            // Only a translation can be reported as one.
            "language" => Pattern.StartsWith("/report-translation", StringComparison.Ordinal) ? "fr" : "en",
            "token" or "publicId" or "slug" => "unknown",
            _ => "1",
        });

    public static List<PageRoute> Of(IServiceProvider page) =>
        [.. page.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(Of)
            .OrderBy(route => route.IsPost).ThenBy(route => route.Pattern, StringComparer.Ordinal)];

    private static IEnumerable<PageRoute> Of(RouteEndpoint endpoint)
    {
        var asks = endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true };
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        return (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"])
            .Select(method => new PageRoute(method, pattern, asks));
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
