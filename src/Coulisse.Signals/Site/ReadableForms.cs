using Coulisse.Signals.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace Coulisse.Signals.Site;

/// <summary>A form that cannot be read is refused here, once: no form at all, parts that do not end, too many
/// fields.</summary>
/// <remarks>Whoever asks for the form later gets what was read here. Asked first, the search for the form's token would
/// hide that there is nothing to read, and a token in a header would keep it from reading.</remarks>
internal static class ReadableForms
{
    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true }
            && HttpMethods.IsPost(context.Request.Method) && await RefusalOfAsync(context) is { } status)
            await ErrorPages.ShowAsync(context, status);
        else
            await next(context);
    });

    /// <summary>The status that says why it cannot be read, or null.</summary>
    private static async Task<int?> RefusalOfAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return StatusCodes.Status400BadRequest;
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException unreadable)
        {
            return unreadable.StatusCode;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
