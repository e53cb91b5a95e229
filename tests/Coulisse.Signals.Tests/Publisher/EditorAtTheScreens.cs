using System.Security.Claims;
using System.Text;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Tests.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.Primitives;

namespace Coulisse.Signals.Tests.Publisher;

/// <summary>Calls the screens of a running page in this process, as the routing would for a signed-in editor.</summary>
/// <remarks>No way in exists for this over HTTP, and none is made: the request never crosses a socket.</remarks>
internal sealed class EditorAtTheScreens(PageUnderTest page)
{
    public Task<Answer> GetAsync(string address) => SendAsync("GET", address, new FormCollection(null), isOurForm: true);

    public Task<Answer> PostAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync("POST", address, FormOf(fields), isOurForm: true);

    public Task<Answer> PostForgedAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync("POST", address, FormOf(fields), isOurForm: false);

    private static FormCollection FormOf((string Name, string Value)[] fields) =>
        new(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value)));

    private async Task<Answer> SendAsync(string method, string address, FormCollection form, bool isOurForm)
    {
        var parts = address.Split('?');
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = page.Get<IServiceProvider>() };
        (context.Request.Method, context.Request.Path, context.Request.Scheme) = (method, parts[0], "http");
        context.Request.QueryString = new(parts.Length > 1 ? "?" + parts[1] : "");
        context.Request.Headers.AcceptLanguage = "en";
        context.Request.Form = form;
        context.Response.Body = body;
        context.User = new(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, "editor-1"), new(ClaimTypes.Name, "Editor"),
                new(ClaimTypes.Role, Viewer.EditorRole),
            ], "test"));
        context.Features.Set<IAntiforgeryValidationFeature>(new Checked(isOurForm));
        await Route(context)(context);
        await context.Response.CompleteAsync();
        return new(context.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()), context.Response.Headers.Location.ToString());
    }

    private RequestDelegate Route(HttpContext context)
    {
        foreach (var endpoint in page.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
            var values = new RouteValueDictionary();
            if (!endpoint.RoutePattern.RawText!.StartsWith("/publisher", StringComparison.Ordinal)
                || !methods.Contains(context.Request.Method)
                || !new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText), []).TryMatch(context.Request.Path, values))
                continue;
            context.Request.RouteValues = values;
            context.SetEndpoint(endpoint);
            return endpoint.RequestDelegate!;
        }
        throw new InvalidOperationException($"Nothing answers {context.Request.Method} {context.Request.Path}.");
    }

    internal sealed record Answer(int Status, string Html, string Location);

    private sealed record Checked(bool IsValid) : IAntiforgeryValidationFeature
    {
        public Exception? Error => null;
    }
}
