using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Rendering;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Coulisse.Signals.Threads.Endpoints;

/// <summary>What the endpoints of threads and moderation have in common.</summary>
internal static class ThreadEndpoint
{
    /// <summary>Room for the longest comment in a script of four bytes a character, percent-encoded.</summary>
    public const int RequestBytesMax = 256 << 10;

    /// <summary>Small bodies, and no form without its antiforgery field.</summary>
    public static RouteGroupBuilder GroupOf(IEndpointRouteBuilder page) => page.MapGroup("")
        .RequireRateLimiting(RequestLimits.WritingPolicy)
        .WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(RequestBytesMax))
        .AddEndpointFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
                return await next(invocation);
            await ErrorPages.ShowAsync(context, StatusCodes.Status400BadRequest);
            return Results.Empty;
        });

    public static Instant Now(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>The signed-in reader who may write; otherwise answers (with the way to sign in, or a refusal) and is null.</summary>
    public static async Task<Viewer?> WriterAsync(HttpContext context, Visit visit)
    {
        if (await SignedInAsync(context, visit) is not { } viewer)
            return null;
        if (viewer.MayWrite)
            return viewer;
        await ErrorPages.ShowAsync(context, StatusCodes.Status403Forbidden);
        return null;
    }

    /// <summary>The signed-in reader; otherwise leads to signing in, and back here.</summary>
    public static async Task<Viewer?> SignedInAsync(HttpContext context, Visit visit)
    {
        if (visit.Viewer is null && !await GivenBack.TryAsync(context, StatusCodes.Status400BadRequest))
            See(context, $"/account/sign-in?returnUrl={Uri.EscapeDataString(ReturnTo(context, visit))}");
        return visit.Viewer;
    }

    /// <summary>A page that was asked for; after a form the comment that it was about.</summary>
    private static string ReturnTo(HttpContext context, Visit visit) => context.Request.Path.Value switch
    {
        _ when HttpMethods.IsGet(context.Request.Method) => visit.Address,
        { } path when path.StartsWith("/comment/", StringComparison.Ordinal) && Comment(path.Split('/')[2]) is { } id =>
            Addresses.Comment(id),
        _ => "/",
    };

    /// <summary>After a form that was done: the next page by GET, so that reloading does nothing twice.</summary>
    public static void See(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
    }

    public static Task NotFoundAsync(HttpContext context) => ErrorPages.ShowAsync(context, StatusCodes.Status404NotFound);

    /// <summary>A comment under an item that the public sees; null otherwise.</summary>
    public static (PlacedComment Placed, Item Item)? FindPublic(ThreadReader threads, ItemModels items, long id) =>
        threads.Find(new(id)) is { } placed && items.FindPublic(placed.Comment.Item) is { } item ? (placed, item) : null;

    public static string? Field(this IFormCollection form, string name) =>
        form.TryGetValue(name, out var values) ? values[0] : null;

    public static CommentId? Comment(string? typed) =>
        long.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id)
        && id > 0 ? new CommentId(id) : null;
}
