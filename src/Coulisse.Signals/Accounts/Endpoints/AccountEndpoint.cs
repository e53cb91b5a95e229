using Coulisse.Signals.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>What every endpoint of the accounts has in common: small bodies, and no form without its antiforgery
/// field.</summary>
internal static class AccountEndpoint
{
    /// <summary>Room for a passkey's attestation; forms are far smaller.</summary>
    public const int RequestBytesMax = 64 << 10;

    public static RouteGroupBuilder GroupOf(IEndpointRouteBuilder app) => app.MapGroup("")
        .WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(RequestBytesMax))
        .AddEndpointFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
                return await next(invocation);
            await ErrorPages.ShowAsync(context, StatusCodes.Status400BadRequest);
            return Results.Empty;
        });

    /// <summary>After a form that was done: the next page by GET, so that reloading does nothing twice.</summary>
    public static Task SeeAsync(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
        return Task.CompletedTask;
    }

    public static string AddressOf(HttpContext context) => ClientAddress.Of(context.Connection.RemoteIpAddress);
}
