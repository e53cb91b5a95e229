namespace Coulisse.Signals.Site;

/// <summary>HEAD is answered as GET would be (RFC 9110 §9.3.2); the server itself leaves the body away.</summary>
internal static class HeadRequests
{
    public static void Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
            context.Request.Method = HttpMethods.Get;
        return next(context);
    });
}
