namespace Coulisse.Screens.Hosting;

/// <summary>What every answer says, refusals too.</summary>
internal static class Headers
{
    /// <summary>Nothing from elsewhere, no script or style sheet in a page; attributes of style are Fluent's.</summary>
    internal const string ContentSecurityPolicy = "default-src 'self'; style-src-attr 'unsafe-inline'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; worker-src 'none'";

    internal static void On(HttpContext context) => context.Response.OnStarting(() =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.CacheControl = "no-store"; // files too: this is one machine, and a cache outlives the desk
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), clipboard-read=()";
        headers.Remove("ETag");
        headers.Remove("Last-Modified");
        return Task.CompletedTask;
    });
}
