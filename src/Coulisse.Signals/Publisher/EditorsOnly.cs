using Coulisse.Signals.Accounts;
using Coulisse.Signals.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace Coulisse.Signals.Publisher;

/// <summary>Lets signed-in editors through, and their forms only from our own screens.</summary>
internal static class EditorsOnly
{
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        switch (Viewer.From(context.User))
        {
            case null when await GivenBack.TryAsync(context, StatusCodes.Status400BadRequest):
                return Results.Empty;
            case null:
                var here = HttpMethods.IsPost(context.Request.Method)
                    ? PublisherAddresses.Overview
                    : context.Request.Path + context.Request.QueryString.Value;
                return Results.Redirect("/account/sign-in?returnUrl=" + Uri.EscapeDataString(here));
            case { IsEditor: false, IsModerator: true, MayWrite: true } when context.Request.Path == PublisherAddresses.Overview:
                return Results.Redirect(PublisherAddresses.Moderation);
            case { IsEditor: false } or { MayWrite: false }:
                await ErrorPages.ShowAsync(context, StatusCodes.Status403Forbidden);
                return Results.Empty;
            case var _ when !IsOurForm(context):
                await ErrorPages.ShowAsync(context, StatusCodes.Status400BadRequest);
                return Results.Empty;
            default:
                return await next(call);
        }
    }

    /// <summary>The middleware has looked at the token; a handler that reads the form itself must ask what it found.</summary>
    public static bool IsOurForm(HttpContext context) => !HttpMethods.IsPost(context.Request.Method)
        || context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true };
}
