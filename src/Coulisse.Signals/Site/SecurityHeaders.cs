namespace Coulisse.Signals.Site;

/// <summary>What every answer says to the browser: nothing from elsewhere, nothing inline, nothing framed, nothing sniffed.</summary>
public static class SecurityHeaders
{
    /// <summary>The only script is ours and only passkeys need it; styles, fonts and pictures come from this page alone.</summary>
    public const string ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        + "img-src 'self'; connect-src 'self'; worker-src 'none'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";

    /// <summary>As the answer starts: what fails on the way is answered anew, and that clears every header.</summary>
    public static void Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static answer =>
        {
            Set(((HttpContext)answer).Response.Headers);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    private static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()";
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
    }
}
