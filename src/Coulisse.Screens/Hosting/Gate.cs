namespace Coulisse.Screens.Hosting;

/// <summary>
/// Asked before anything else of every request: only the browser of the person at this desk comes through, from our own
/// pages or by an address typed in.
/// </summary>
internal sealed class Gate(Entrance entrance)
{
    // Drawn before anybody has entered; nothing of the desk's is in them.
    private static readonly string[] Open = ["/enter", "/enter.js", "/desk.css", "/icon.svg"];

    internal async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        Headers.On(context);
        var refused = Refuse(context.Request);
        if (refused is null)
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = refused.Value.Status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(refused.Value.Sentence);
    }

    private (int Status, string Sentence)? Refuse(HttpRequest request)
    {
        if (entrance.Address is not { } address || request.Host.Value != address.Authority)
            return (StatusCodes.Status421MisdirectedRequest, "Nothing of this name is here.");
        if (!IsFromHere(request, address.GetLeftPart(UriPartial.Authority)))
            return (StatusCodes.Status403Forbidden, "This came from another page. Nothing was done.");
        if (!request.Path.StartsWithSegments($"/{entrance.Name}", StringComparison.Ordinal, out var rest))
            return (StatusCodes.Status404NotFound, "Nothing is here.");
        (request.PathBase, request.Path) = ($"/{entrance.Name}", rest.HasValue ? rest : "/");
        if (Open.Contains(request.Path.Value) || request.Path.StartsWithSegments("/fonts")
            || entrance.IsSession(request.Cookies[Entrance.Cookie]))
            return null;
        return (StatusCodes.Status401Unauthorized,
            "This window is not the desk's. Open the link that 'coulisse desk open' prints; it works once.");
    }

    // Whoever speaks for a page says where that page is from (Origin) and how it stands to us (Sec-Fetch-Site); a
    // browser lets no page say anything else. A WebSocket's beginning has the first, and not always the second.
    private static bool IsFromHere(HttpRequest request, string own)
    {
        var origin = request.Headers.Origin;
        if (origin.Count > 0 && origin != own)
            return false;
        if (request.Headers.ContainsKey("Upgrade") || HttpMethods.IsConnect(request.Method))
            return origin.Count == 1 && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && origin.Count != 1)
            return false;
        return request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" => true,
            "none" => HttpMethods.IsGet(request.Method)
                && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document",
            _ => false,
        };
    }
}
